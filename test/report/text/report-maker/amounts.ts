import fc from 'fast-check';
import { cents, mistaken, oneOf, round, told, whole, type Made } from './made';

const change = fc
  .record({
    before: whole(210, 890),
    more: whole(15, 95),
    words: oneOf(
      ([x, y, d, p]) => `接待量由${y}人次增加到${x}人次，增长${p}%，净增${d}人次。`,
      ([x, y, d, p]) => `巡河${x}次，比上年${y}次增加${d}次，增长${p}%。`,
      ([x, , d, p]) => `受理业务${x}件，比上年增加${d}件，同比增长${p}%。`,
      ([x, y, , p]) => `2022年完成植树${y}亩，2023年完成植树${x}亩，增长${p}%。`,
      ([x, y, d]) => `门诊人数从上年的${y}人提高到${x}人，增加${d}人。`,
      ([x, y, , p]) => `门诊量${x}人次，同比增长${p}%，上年同期为${y}人次。`,
      ([x, y, , p]) => `借阅量达${x}册，上年为${y}册，增长${p}%。`,
      ([x, y, , p]) => `走访户数增长${p}%（由${y}户增加到${x}户），预约人数同比增长3%。`,
    ),
  })
  .map(({ before, more, words }): Made => {
    const share = round((more / before) * 100);
    const tell = (by: number, percent: number) => words([before + more, before, by, percent]);
    const right = tell(more, share);
    // Where no share is told, how much is what is wrong.
    const wrong = tell(more, round(share + 13));
    return { right, wrong: wrong === right ? tell(more + 41, share) : wrong };
  });

const fall = fc
  .record({
    now: cents(21, 60),
    less: cents(3, 9),
    words: oneOf(
      ([x, y, d, p]) => `公务接待费${x}万元，比上年${y}万元减少${d}万元，下降${p}%。`,
      ([x, y, d, p]) => `运行经费由上年的${y}万元下降到${x}万元，减少${d}万元，降幅${p}%。`,
      ([x, y, , p]) => `投诉处置费用从${y}万元降至${x}万元，下降${p}%。`,
    ),
  })
  .map(({ now, less, words }): Made => {
    const before = round(now + less);
    const share = round((less / before) * 100);
    return told(words, [now, before, less, share], 3, round(share + 11));
  });

/** 增长 of what fell. */
const direction = fc
  .record({
    before: whole(210, 890),
    more: whole(15, 95),
    words: oneOf(
      ([x, y, p, w]) => `出栏量由年初的${y}头增至${x}头，${w}${p}%。`,
      ([x, y, p, w]) => `服务对象从${y}人增加到${x}人，${w}${p}%。`,
    ),
  })
  .map(({ before, more, words }): Made => {
    const share = round((more / before) * 100);
    return told(words, [before + more, before, share, '增长'], 3, '下降');
  });

const balance = fc
  .record({
    came: cents(300, 800),
    left: cents(11, 60),
    words: oneOf(
      ([c, w, l]) => `下达资金${c}万元，使用${w}万元，结余${l}万元。`,
      ([c, w, l]) => `本年收入${c}万元，支出${w}万元，年末结余${l}万元。`,
      ([c, w, l]) => `到位资金${c}万元，已支付${w}万元，剩余${l}万元未支付。`,
      ([c, w, l]) => `预算安排${c}万元，执行${w}万元，余额${l}万元由财政收回。`,
    ),
  })
  .map(({ came, left, words }): Made => {
    const went = round(came - left);
    return told(words, [came, went, left], 2, mistaken(left));
  });

const carried = fc
  .record({
    before: cents(11, 60),
    came: cents(300, 800),
    left: cents(11, 60),
    words: oneOf(
      ([b, c, w, l]) => `上年结转${b}万元，本年下达${c}万元，本年支出${w}万元，结余${l}万元。`,
      ([b, c, w, l]) => `年初结余${b}万元，当年拨款${c}万元，当年支出${w}万元，年末结余${l}万元。`,
    ),
  })
  .map(({ before, came, left, words }): Made => {
    const went = round(before + came - left);
    return told(words, [before, came, went, left], 3, mistaken(left));
  });

const product = fc
  .record({
    count: whole(21, 180),
    price: whole(3, 60).map((value) => value * 100),
    words: oneOf(
      ([n, u, t]) => `采购护林装备${n}套，单价${u}元，共支出${t}元。`,
      ([n, u, t]) => `为${n}名护林员发放补助${t}元，人均${u}元。`,
      ([n, u, t]) => `购置净水设备${n}台，每台${u}元，合计${t}元。`,
      ([n, u, t]) => `补助农户${n}户，户均${u}元，共发放${t}元。`,
      ([n, u, t]) => `按每人${u}元的标准补助${n}人，支出${t}元。`,
      ([n, u, t]) => `补贴${n}亩，补贴标准${u}元/亩，兑付资金${t}元。`,
      ([n, u, t]) => `按照每村${u}元的标准，对${n}个村给予奖补，共计${t}元。`,
    ),
  })
  .map(({ count, price, words }): Made => {
    const total = count * price;
    return told(words, [count, price, total], 2, mistaken(total));
  });

/** The amount in 万元, the price in 元. */
const productInTenThousands = fc
  .record({
    count: whole(21, 180),
    price: whole(3, 60).map((value) => value * 100),
    words: oneOf(
      ([n, u, t]) => `采购护林装备${n}套，单价${u}元，共${t}万元。`,
      ([n, u, t]) => `为${n}名护林员发放补助${t}万元，人均${u}元。`,
      ([n, u, t]) => `购置净水设备${n}台，每台${u}元，合计${t}万元。`,
    ),
  })
  .map(({ count, price, words }): Made => {
    const total = ((count * price) / 10_000).toFixed(2);
    return told(words, [count, price, total], 1, mistaken(price));
  });

/** Paid every month of the year: the words need not name how many months. */
const monthly = fc
  .record({
    count: whole(21, 180),
    price: whole(3, 60).map((value) => value * 100),
    words: oneOf(
      ([n, u, t]) => `人均补助标准为每月${u}元，全年补助${n}人，发放资金${t}元。`,
      ([n, u, t]) => `向${n}名公益性岗位人员每人每月发放${u}元，全年共支出${t}元。`,
    ),
  })
  .map(({ count, price, words }): Made => {
    const total = count * price * 12;
    // Not another number of months.
    return told(words, [count, price, total], 2, total + 1370);
  });

const unitDropped = fc
  .record({
    amount: cents(120, 900),
    words: oneOf(
      ([t, u]) => `省级补助资金${t}${u}，县级配套资金56.2万元，均已拨付。`,
      ([t, u]) => `项目预算资金为${t}${u}，其中培训经费3.5万元。`,
      ([t, u]) => `培训经费3.5万元，全年共支付${t}${u}。`,
    ),
  })
  .map(({ amount, words }): Made => told(words, [amount, '万元'], 1, '元'));

const twoUnits = fc
  .record({
    amount: whole(112, 989),
    words: oneOf(
      ([t, y]) => `项目批复预算${t}万元。项目批复预算${y}元已全部下达。`,
      ([t, y]) => `设备采购合同金额${t}万元。设备采购合同金额${y}元，已公示。`,
    ),
  })
  .map(({ amount, words }): Made => {
    const yuan = amount * 10_000;
    // Two neighbours exchanged, as keys are.
    const text = String(yuan);
    const other = `${text.charAt(0)}${text.charAt(2)}${text.charAt(1)}${text.slice(3)}`;
    return told(words, [amount, yuan], 1, other === text ? mistaken(yuan) : other);
  });

/** What was given first, what was added or taken, and what came of it. */
const adjusted = fc
  .record({
    first: cents(300, 800),
    more: cents(61, 90),
    less: cents(11, 60),
    words: oneOf(
      ([f, m, , up]) => `年初预算${f}万元，年中追加${m}万元，调整后预算${up}万元。`,
      ([f, , l, , down]) => `年初批复预算${f}万元，调减${l}万元，调整后预算数为${down}万元。`,
      ([f, m, l, , , both]) =>
        `年初预算安排${f}万元，执行中追加${m}万元、压减${l}万元，全年预算${both}万元。`,
    ),
  })
  .map(({ first, more, less, words }): Made => {
    const ends = [first + more, first - less, first + more - less].map((end) => round(end));
    const right = [first, more, less, ...ends];
    return { right: words(right), wrong: words([...right.slice(0, 3), ...ends.map(mistaken)]) };
  });

/** Of several sources one in another unit. */
const sourceUnit = fc
  .record({
    a: whole(210, 900),
    b: whole(110, 200),
    words: oneOf(
      ([a, b, u]) => `资金来源为中央补助${a}万元、省级补助${b}${u}、县级配套60万元。`,
      ([a, b, u]) => `省级财政补助${a}万元，市级财政补助${b}${u}。`,
    ),
  })
  .map(({ a, b, words }): Made => told(words, [a, b, '万元'], 2, '元'));

export const AMOUNTS = {
  adjusted,
  sourceUnit,
  change,
  fall,
  direction,
  balance,
  carried,
  product,
  productInTenThousands,
  monthly,
  unitDropped,
  twoUnits,
};
