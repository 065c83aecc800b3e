import fc from 'fast-check';
import { readReport } from '../../../src/report/text/read-report';
import { verifyReport } from '../../../src/report/text/verify-report';

/** A sentence made from facts that agree, and the same with one fact changed. */
export interface Made {
  readonly right: string;
  readonly wrong: string;
}

const cents = (low: number, high: number) =>
  fc.integer({ min: low * 100, max: high * 100 }).map((value) => value / 100);
const round = (value: number, places = 2): number => Number(value.toFixed(places));
/** A figure with another first digit: what no rounding explains. */
const mistaken = (value: number): number => {
  const text = String(value);
  return Number(`${String((Number(text.charAt(0)) % 9) + 1)}${text.slice(1)}`);
};

type Words = (figures: readonly (number | string)[]) => string;
const oneOf = (...words: readonly Words[]) => fc.constantFrom(...words);

const money = fc
  .record({
    a: cents(120, 480),
    b: cents(120, 480),
    words: oneOf(
      ([t, a, b]) => `项目总投入${t}万元，其中省级财政安排${a}万元，县级配套${b}万元。`,
      ([t, a, b]) => `共筹集资金${t}万元（财政拨款${a}万元、自筹${b}万元）。`,
      ([t, a, b]) => `设备购置${a}万元、安装调试${b}万元，合计${t}万元。`,
      ([t, a, b]) => `支出总额${t}万元，基本支出${a}万元，项目支出${b}万元。`,
      ([t, a, b]) => `东区${a}万元+西区${b}万元=${t}万元。`,
    ),
  })
  .map(({ a, b, words }): Made => {
    const total = round(a + b);
    return { right: words([total, a, b]), wrong: words([mistaken(total), a, b]) };
  });

const rate = fc
  .record({
    whole: fc.integer({ min: 210, max: 990 }),
    gap: fc.integer({ min: 3, max: 60 }),
    words: oneOf(
      ([w, p, r]) => `发出问卷${w}份，有效回收${p}份，回收率${r}%。`,
      ([w, p, r]) => `应检设备${w}台，实检${p}台，检验率${r}%。`,
      ([w, p, r]) => `全年预算${w}万元，实际支出${p}万元，预算执行率${r}%。`,
      ([w, p, r]) => `受理诉求${w}件，办结${p}件，办结率为${r}%。`,
      ([w, p, r]) => `安装路灯${p}盏，占计划${w}盏的${r}%。`,
    ),
  })
  .map(({ whole, gap, words }): Made => {
    const part = whole - gap;
    const share = round((part / whole) * 100);
    return { right: words([whole, part, share]), wrong: words([whole, part, mistaken(share)]) };
  });

const change = fc
  .record({
    before: fc.integer({ min: 210, max: 890 }),
    more: fc.integer({ min: 15, max: 95 }),
    words: oneOf(
      ([x, y, d, p]) => `接待量由${y}人次增加到${x}人次，增长${p}%，净增${d}人次。`,
      ([x, y, d, p]) => `巡河${x}次，比上年${y}次增加${d}次，增长${p}%。`,
    ),
  })
  .map(({ before, more, words }): Made => {
    const share = round((more / before) * 100);
    const tell = (percent: number) => words([before + more, before, more, percent]);
    return { right: tell(share), wrong: tell(round(share + 13)) };
  });

const balance = fc
  .record({
    came: cents(300, 800),
    left: cents(11, 60),
    words: oneOf(
      ([c, w, l]) => `下达资金${c}万元，使用${w}万元，结余${l}万元。`,
      ([c, w, l]) => `本年收入${c}万元，支出${w}万元，年末结余${l}万元。`,
    ),
  })
  .map(({ came, left, words }): Made => {
    const went = round(came - left);
    return { right: words([came, went, left]), wrong: words([came, went, mistaken(left)]) };
  });

const product = fc
  .record({
    count: fc.integer({ min: 21, max: 180 }),
    price: fc.integer({ min: 3, max: 60 }).map((value) => value * 100),
    words: oneOf(
      ([n, u, t]) => `采购护林装备${n}套，单价${u}元，共支出${t}元。`,
      ([n, u, t]) => `为${n}名护林员发放补助${t}元，人均${u}元。`,
    ),
  })
  .map(({ count, price, words }): Made => {
    const total = count * price;
    return { right: words([count, price, total]), wrong: words([count, price, mistaken(total)]) };
  });

/** Paid every month of the year: the words need not name how many months. */
const monthly = fc
  .record({
    count: fc.integer({ min: 21, max: 180 }),
    price: fc.integer({ min: 3, max: 60 }).map((value) => value * 100),
    words: oneOf(
      ([n, u, t]) => `人均补助标准为每月${u}元，全年补助${n}人，发放资金${t}元。`,
      ([n, u, t]) => `向${n}名公益性岗位人员每人每月发放${u}元，全年共支出${t}元。`,
    ),
  })
  .map(({ count, price, words }): Made => {
    const total = count * price * 12;
    // Not another number of months.
    return { right: words([count, price, total]), wrong: words([count, price, total + 1370]) };
  });

const points = fc
  .record({
    full: fc.integer({ min: 20, max: 60 }),
    lost: fc.integer({ min: 1, max: 9 }),
    words: oneOf(
      ([f, g, l]) => `产出指标满分${f}分，得${g}分，扣${l}分，原因是设备到货晚。`,
      ([f, g, l]) => `效益指标分值${f}分，自评得分${g}分，扣分${l}分。`,
    ),
  })
  .map(({ full, lost, words }): Made => {
    const got = full - lost;
    return { right: words([full, got, lost]), wrong: words([full, got, lost + 2]) };
  });

const frame = (sentence: string): string =>
  `2024年度项目绩效自评报告\n一、项目基本情况\n项目由本单位实施。\n二、绩效完成情况分析\n${sentence}\n三、存在问题和改进措施\n台账有待完善。\n四、自评结论\n工作完成较好。`;

const found = (sentence: string) => verifyReport(readReport(frame(sentence))).findings;
/** Asked about low rates and such: true of right reports too. */
const JUDGING = /^low-rate|^high-score/;

/** Of a right sentence nothing may be said but questions; of a wrong one something must be. */
export const PROPERTIES = Object.entries({
  money,
  rate,
  change,
  balance,
  product,
  monthly,
  points,
}).map(([name, made]) => ({
  name,
  property: fc.property(made, ({ right, wrong }) => {
    const said = found(right).filter(
      ({ severity, id }) => severity !== 'info' && !JUDGING.test(id),
    );
    if (said.length > 0) throw new Error(`误报：${right} ${said.map(({ id }) => id).join('、')}`);
    const heard = found(wrong).filter(({ id }) => !JUDGING.test(id));
    if (heard.length === 0) throw new Error(`漏报：${wrong}`);
  }),
}));
