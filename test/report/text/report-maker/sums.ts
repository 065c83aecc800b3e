import fc from 'fast-check';
import { cents, mistaken, oneOf, pick, round, told, whole, type Made } from './made';

const twoParts = fc
  .record({
    a: cents(120, 480),
    b: cents(120, 480),
    words: oneOf(
      ([t, a, b]) => `项目总投入${t}万元，其中省级财政安排${a}万元，县级配套${b}万元。`,
      ([t, a, b]) => `共筹集资金${t}万元（财政拨款${a}万元、自筹${b}万元）。`,
      ([t, a, b]) => `设备购置${a}万元、安装调试${b}万元，合计${t}万元。`,
      ([t, a, b]) => `支出总额${t}万元，基本支出${a}万元，项目支出${b}万元。`,
      ([t, a, b]) => `东区${a}万元+西区${b}万元=${t}万元。`,
      ([t, a, b]) => `收入合计${t}万元，其中：基本支出拨款${a}万元，项目支出拨款${b}万元。`,
      ([t, a, b]) => `到位资金由中央补助${a}万元和地方配套${b}万元组成，共计${t}万元。`,
      ([t, a, b]) => `经费总计${t}万元，包括人员经费${a}万元、其他费用${b}万元。`,
    ),
  })
  .map(({ a, b, words }) => {
    const total = round(a + b);
    return told(words, [total, a, b], 0, mistaken(total));
  });

const threeParts = fc
  .record({
    parts: fc.tuple(whole(21, 340), whole(21, 340), whole(21, 340)),
    unit: pick('户', '处', '份', '台', '件', '亩'),
    words: oneOf(
      ([t, a, b, c, u]) => `三个片区分别完成${a}${u}、${b}${u}、${c}${u}，全县共完成${t}${u}。`,
      ([t, a, b, c, u]) => `三个片区分别完成${a}、${b}、${c}${u}，合计${t}${u}。`,
      ([t, a, b, c, u]) => `共核查${t}${u}（东片${a}${u}、中片${b}${u}、西片${c}${u}）。`,
      ([t, a, b, c, u]) =>
        `共核查${t}${u}，其中东片${a}${u}、中片${b}${u}、西片${c}${u}，合计${t}${u}。`,
      ([t, a, b, c, u]) => `东片${a}${u}，中片${b}${u}，西片${c}${u}，共${t}${u}。`,
      ([t, a, b, c, u]) => `全年登记${t}${u}，其中甲类${a}${u}、乙类${b}${u}、其余${c}${u}。`,
    ),
  })
  .map(({ parts: [a, b, c], unit, words }) => {
    const total = a + b + c;
    return told(words, [total, a, b, c, unit], 0, mistaken(total));
  });

/** 亿 beside 万: told in short, still the sum of its parts. */
const mixedUnits = fc
  .record({
    a: whole(11000, 89000),
    b: whole(120, 980),
    words: oneOf(
      ([t, a, b]) => `下达资金共${t}亿元，其中清洁取暖${a}万元、封闭改造${b}万元。`,
      ([t, a, b]) => `共安排资金${t}亿元（中央资金${a}万元、省级资金${b}万元）。`,
    ),
  })
  .map(({ a, b, words }) => {
    const total = ((a + b) / 10_000).toFixed(4);
    // Within what a slip of the second digit makes: further off the list may leave a part out.
    return told(words, [total, a, b], 0, (Number(total) + 0.3).toFixed(4));
  });

/** Of something and its opposite there is nothing third. */
const opposed = fc
  .record({
    yes: whole(31, 480),
    no: whole(2, 29),
    words: oneOf(
      ([t, a, b]) => `抽查档案${t}份，其中合格${a}份、不合格${b}份。`,
      ([t, a, b]) => `设定指标${t}项，完成${a}项、未完成${b}项。`,
      ([t, a, b]) => `排查隐患${t}处，已整改${a}处，未整改${b}处。`,
      ([t, a, b]) => `救助对象${t}人，其中城镇${a}人、农村${b}人。`,
      ([t, a, b]) => `参训学员共${t}人，男学员${a}人、女学员${b}人，合计${t}人。`,
    ),
  })
  .map(({ yes, no, words }): Made => {
    const tell = (b: number): string => words([yes + no, yes, b]);
    return { right: tell(no), wrong: tell(no + 3) };
  });

const column = fc
  .record({ a: cents(20, 90), b: cents(20, 90), c: cents(20, 90) })
  .map(({ a, b, c }): Made => {
    const lines = (total: number): string =>
      `资金使用明细如下：\n设备费${a}万元\n培训费${b}万元\n印刷费${c}万元\n合计${total}万元`;
    const total = round(a + b + c);
    return { right: lines(total), wrong: lines(mistaken(total)) };
  });

/** Parts that are not all of it: nothing to say, but no part is above the whole. */
const someParts = fc
  .record({
    part: whole(21, 90),
    other: whole(21, 90),
    rest: whole(160, 700),
    words: oneOf(
      ([t, a, b]) => `全年培训${t}人，其中农民工${a}人、妇女${b}人。`,
      ([t, a, b]) => `走访慰问${t}户，包括军烈属${a}户、困难党员${b}户等。`,
      ([t, a, b]) => `举办活动${t}场（其中进校园${a}场、进社区${b}场）。`,
    ),
  })
  .map(({ part, other, rest, words }) => {
    const total = part + other + rest;
    return told(words, [total, part, other], 1, total + part);
  });

/** What money comes from, each source by its bare name behind the total. */
const sources = fc
  .record({
    a: cents(1200, 2800),
    b: cents(310, 480),
    words: oneOf(
      ([t, a, b]) => `部门总收入${t}万元，一般公共预算拨款${a}万元，政府性基金拨款${b}万元。`,
      ([t, a, b]) => `项目总投资${t}万元，中央预算内投资${a}万元，地方配套资金${b}万元。`,
      ([t, a, b]) => `资金总额${t}万元，财政拨款${a}万元，其他收入${b}万元。`,
      ([t, a, b]) =>
        `总收入${t}万元，财政拨款收入${a}万元，其他收入${b}万元，其中利息收入3.2万元。`,
    ),
  })
  .map(({ a, b, words }): Made => told(words, [round(a + b), a, b], 2, round(b + 90)));

/** Batches from the first on, and the whole of them. */
const stages = fc
  .record({
    parts: fc.tuple(whole(110, 340), whole(110, 340), whole(110, 340)),
    words: oneOf(
      ([t, a, b, c]) =>
        `分三批下达资金，第一批${a}万元，第二批${b}万元，第三批${c}万元，累计下达${t}万元。`,
      ([t, a, b, c]) => `第一季度巡查${a}次、第二季度${b}次、第三季度${c}次，共巡查${t}次。`,
      ([t, a, b, c]) => `中央资金${a}万元；省级资金${b}万元；市县配套${c}万元；合计${t}万元。`,
    ),
  })
  .map(({ parts: [a, b, c], words }): Made => {
    const total = a + b + c;
    return told(words, [total, a, b, c], 0, mistaken(total));
  });

/** What is done and what remains of all there is. */
const remaining = fc
  .record({
    done: whole(31, 480),
    rest: whole(2, 29),
    words: oneOf(
      ([t, a, b]) => `全县共有水库${t}座，已完成除险加固${a}座，剩余${b}座。`,
      ([t, a, b]) => `计划改造管网${t}处，已改造${a}处，尚有${b}处正在实施。`,
    ),
  })
  .map(({ done, rest, words }): Made => told(words, [done + rest, done, rest], 2, rest + 3));

/** Figures of other roles beside the parts: prices and budgets, a whole before its list, full marks. */
const roles = fc
  .record({
    parts: fc.tuple(cents(120, 240), cents(120, 240)),
    more: fc.tuple(whole(2, 9), whole(3, 9)),
    words: oneOf(
      ([t, a, b, , p, q]) =>
        `甲项目预算${p}万元，执行${a}万元；乙项目预算${q}万元，执行${b}万元，两个项目合计执行${t}万元。`,
      ([t, a, b, w]) =>
        `项目资金${w}万元，其中日常养护支出${a}万元，安防工程支出${b}万元，合计支出${t}万元。`,
      ([t, a, b, w]) =>
        `项目预算${w}万元，其中一期支出${a}万元，二期支出${b}万元，累计支出${t}万元。`,
      ([t, a, b]) => `项目资金${t}万元，由中央资金${a}万元和县级配套资金${b}万元组成。`,
      ([t, a, b]) => `项目资金合计${t}万元，包括中央资金${a}万元和县级配套资金${b}万元。`,
    ),
  })
  .map(({ parts: [a, b], more: [over, under], words }): Made => {
    const total = round(a + b);
    const tell = (t: number): string =>
      words([t, a, b, round(total + over + under), round(a + over), round(b + under)]);
    return { right: tell(total), wrong: tell(mistaken(total)) };
  });

/** Points got beside their full marks, the whole with both. */
const marks = fc
  .record({ lost: fc.tuple(whole(1, 3), whole(1, 3), whole(1, 3)) })
  .map(({ lost: [x, y, z] }): Made => {
    const tell = (t: number): string =>
      `产出指标满分50分，其中数量指标20分得${20 - x}分、质量15分得${15 - y}分、时效15分得${15 - z}分，共得${t}分。`;
    const total = 50 - x - y - z;
    return { right: tell(total), wrong: tell(total - 5) };
  });

export const SUMS = {
  roles,
  marks,
  stages,
  remaining,
  sources,
  twoParts,
  threeParts,
  mixedUnits,
  opposed,
  column,
  someParts,
};
