import fc from 'fast-check';
import { cents, oneOf, round, whole } from './made';

/** Right sentences that a hasty reader would add up wrongly: of none of them anything may be said. */
type Trap = fc.Arbitrary<string>;

const wholes = fc.tuple(whole(31, 340), whole(31, 340), whole(31, 340), whole(31, 340));
const money = fc.tuple(cents(20, 240), cents(20, 240), cents(20, 240), cents(20, 240));

/** Prices and budgets beside what was paid. */
const prices: Trap = fc
  .record({
    count: whole(12, 90),
    price: whole(11, 95),
    saved: whole(1, 9),
    words: oneOf(
      ([n, p, , b, , c]) =>
        `计划采购电脑${n}台，单价${p}百元，预算${b}百元，实际采购合计${c}百元。`,
      ([n, p, q, , , c, s]) =>
        `购置设备${n}套，预算单价${p}元，中标单价${q}元，合同总价${c}元，节约${s}元。`,
      ([n, p, , b, , c, s]) =>
        `本年度计划采购车辆${n}辆，单价${p}元，预算${b}元；经公开招标，中标价合计${c}元，节约资金${s}元。`,
    ),
  })
  .map(({ count, price, saved, words }) => {
    const bid = price - saved;
    return words([count, price, bid, count * price, 0, count * bid, count * saved]);
  });

/** A list of what was planned beside one of what was done. */
const twoLists: Trap = fc
  .record({
    parts: money,
    less: fc.tuple(whole(1, 9), whole(1, 9)),
    words: oneOf(
      ([t, a, b, u, c, d]) =>
        `项目预算${t}万元，其中设备购置${a}万元、系统开发${b}万元；实际支出${u}万元，其中设备购置${c}万元、系统开发${d}万元。`,
      ([t, a, b, u, c, d]) =>
        `甲标段合同价${a}万元，结算价${c}万元；乙标段合同价${b}万元，结算价${d}万元。两个标段合同价合计${t}万元，结算价合计${u}万元。`,
      ([t, a, b, u, c, d]) =>
        `人员经费预算${a}万元，执行${c}万元；公用经费预算${b}万元，执行${d}万元；预算总额${t}万元，执行总额${u}万元。`,
      ([t, a, b, , c, d]) =>
        `计划投资${t}万元，其中建筑工程${a}万元，设备购置${b}万元，截至年底设备购置完成${d}万元，建筑工程完成${c}万元。`,
    ),
  })
  .map(({ parts: [a, b], less: [x, y], words }) => {
    const [c, d] = [round(a - x), round(b - y)];
    return words([round(a + b), a, b, round(c + d), c, d]);
  });

/** What some of a list is made of, told within it. */
const nested: Trap = fc
  .record({
    parts: wholes,
    words: oneOf(
      ([t, a, b, , , x, y]) =>
        `全年组织宣传活动${t}场，其中线上活动${a}场，线下活动${b}场（进社区${x}场、进学校${y}场）。`,
      ([t, a, b, , , x, y]) =>
        `发现问题${t}个，其中立行立改${a}个，限期整改${b}个；限期整改问题已完成${x}个，剩余${y}个正在推进。`,
      ([t, a, b, , , x, y]) =>
        `全年支出${t}万元，其中基本支出${a}万元，项目支出${b}万元。项目支出中，工程类${x}万元，服务类${y}万元。`,
      ([t, a, b, , , x, y]) =>
        `下达资金${t}万元，已安排${b}万元，其中产业类${x}万元、基础设施类${y}万元，剩余${a}万元待安排。`,
      ([t, a, b, , , x, y]) =>
        `本年收入${b}万元，其中财政拨款收入${x}万元、事业收入${y}万元；上年结转${a}万元，收入总计${t}万元。`,
      ([t, a, b, , , x, y]) =>
        `受理许可事项${t}件，办结${b}件，其中当场办结${x}件，承诺期内办结${y}件，另有${a}件正在办理。`,
    ),
  })
  .map(({ parts: [a, x, y], words }) => words([a + x + y, a, x + y, 0, 0, x, y]));

/** Told in two columns, or as it stood from time to time. */
const columns: Trap = fc
  .record({
    parts: wholes,
    less: fc.tuple(whole(1, 9), whole(1, 9)),
    words: oneOf(
      ([t, u, a, c, b, d]) =>
        `全年排查隐患${t}处，已整改${u}处，其中餐饮场所隐患${a}处，已整改${c}处；商场隐患${b}处，已整改${d}处。`,
      ([t, u, a, c, b, d]) =>
        `全市共有机构${t}家，床位${u}张，其中公办${a}家、床位${c}张，民办${b}家、床位${d}张。`,
      ([t, u, a, c, b, d]) =>
        `实施项目${t}个，总投资${u}万元，其中续建项目${a}个，投资${c}万元；新建项目${b}个，投资${d}万元。`,
      ([, , a, c, b, d]) =>
        `一季度支出${c}万元，二季度累计支出${Number(c) + Number(d)}万元，三季度累计支出${Number(c) + Number(d) + Number(a)}万元，全年累计支出${Number(c) + Number(d) + Number(a) + Number(b)}万元。`,
      ([t, , a, , b]) => `2023年完成${a}公里，2024年完成${b}公里，两年累计完成${t}公里。`,
    ),
  })
  .map(({ parts: [a, b], less: [x, y], words }) =>
    words([a + b, a - x + (b - y), a, a - x, b, b - y]),
  );

/** Two ways to divide the same, and what is counted besides. */
const twoWays: Trap = fc
  .record({
    parts: wholes,
    words: oneOf(
      ([t, a, b, x, y]) =>
        `完成改造${t}户，按类型分，危房${a}户、旧房${b}户；按区域分，东部${x}户、西部${y}户。`,
      ([t, a, b, x, y]) =>
        `用于救灾的资金共${t}万元，其中中央${a}万元、省级${b}万元；按用途分，应急抢险${x}万元、恢复重建${y}万元。`,
      ([t, a, b, x]) =>
        `在职人员${t}人，其中行政${a}人、事业${b}人，另有退休人员${Number(x) + 3}人。`,
      ([t, a, b, x]) => `现有机构${t}所，其中公办${a}所、民办${b}所，本年度新建${x}所。`,
      ([t, a, b, x, y]) => `年初在册${t}人，其中男性${a}人、女性${b}人，新增${x}人，退出${y}人。`,
    ),
  })
  .map(({ parts: [a, b, c], words }) => {
    const total = a + b;
    const x = Math.min(c, total - 1);
    return words([total, a, b, x, total - x]);
  });

/** A head above its list that is more than the list makes up, or another thing. */
const heads: Trap = fc
  .record({
    parts: money,
    more: whole(3, 60),
    words: oneOf(
      ([w, t, a, b]) =>
        `项目预算${w}万元，其中一期支出${a}万元，二期支出${b}万元，累计支出${t}万元。`,
      ([w, t, a, b]) =>
        `中央资金${w}万元，其中支付工程款${a}万元、设备款${b}万元，共支付${t}万元，结余${round(Number(w) - Number(t))}万元。`,
      ([w, t, a, b]) =>
        `年初预算${w}万元，压减后预算${t}万元，其中人员经费${a}万元，公用经费${b}万元。`,
      ([w, t, a, b]) => `合同总额${w}万元，支付设计费${a}万元、监理费${b}万元，累计支付${t}万元。`,
      ([w, t, a, b]) =>
        `本年收入合计${t}万元，较上年减少${round(Number(w) - Number(t))}万元，其中财政拨款收入${a}万元、事业收入${b}万元。`,
    ),
  })
  .map(({ parts: [a, b], more, words }) => {
    const total = round(a + b);
    return words([round(total + more), total, a, b]);
  });

/** Points of things named in the total, of parts of parts, and those lost. */
const points: Trap = fc
  .record({
    lost: fc.tuple(whole(1, 9), whole(1, 9), whole(1, 9)),
    words: fc.constantFrom<(x: number, y: number, z: number) => string>(
      (x, y, z) =>
        `产出类得${round(30 - x)}分，效益类得${round(30 - y)}分，决策和过程类共得${round(40 - z)}分。`,
      (x, y, z) =>
        `数量指标扣${x}分，质量指标扣${y}分，满意度指标扣${z}分，合计扣${round(x + y + z)}分，最终得分${round(100 - x - y - z)}分。`,
      (x, y, z) =>
        `项目过程得${round(x + y + 5)}分，其中资金管理得${round(x + 5)}分、组织实施得${y}分；项目产出得${round(z + 20)}分。`,
    ),
  })
  .map(({ lost: [x, y, z], words }) => words(x / 10, y / 10, z / 10));

export const TRAPS = { prices, twoLists, nested, columns, twoWays, heads, points };
