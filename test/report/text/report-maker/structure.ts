import fc from 'fast-check';
import { oneOf, pick, told, whole, type Made } from './made';

const MARKS: readonly ((number: number) => string)[] = [
  (number) => `${'一二三四五六'.charAt(number - 1)}是`,
  (number) => `第${'一二三四五六'.charAt(number - 1)}，`,
  (number) => `（${number}）`,
  (number) => `${number})`,
  (number) => '①②③④⑤⑥'.charAt(number - 1),
];
const WORKS = [
  '加强组织领导',
  '强化业务培训',
  '规范资金使用',
  '抓好督促检查',
  '注重宣传引导',
  '完善台账资料',
];

/** 一是…；二是…: one number left out or told twice. */
const listed = fc
  .record({
    mark: fc.constantFrom(...MARKS),
    many: whole(3, 6),
    at: whole(2, 5),
    between: pick('；', '，'),
    slip: pick('skip', 'twice'),
  })
  .filter(({ many, at }) => at < many)
  .map(({ mark, many, at, between, slip }): Made => {
    const tell = (wrong: boolean): string =>
      `主要做法：${WORKS.slice(0, many)
        .map((work, index) => {
          const number = index + 1;
          const moved = wrong && (slip === 'skip' ? number >= at : number === at);
          return mark(moved ? number + (slip === 'skip' ? 1 : -1) : number) + work;
        })
        .slice(0, slip === 'skip' && wrong ? 5 : many)
        .join(between)}。`;
    return { right: tell(false), wrong: tell(true) };
  })
  // A list that reaches its sixth has no seventh sign.
  .filter(({ wrong }) => !wrong.includes('undefined'));

const NUMBERED: readonly (readonly string[])[] = [
  ['（一）', '（二）', '（三）', '（四）'],
  ['1.', '2.', '3.', '4.'],
  ['1、', '2、', '3、', '4、'],
  ['（1）', '（2）', '（3）', '（4）'],
];

const headings = fc
  .record({
    marks: fc.constantFrom(...NUMBERED),
    slip: pick('skip', 'twice'),
  })
  .map(({ marks, slip }): Made => {
    const [one = '', two = '', three = '', four = ''] = marks;
    const tell = (third: string): string =>
      `${one}资金投入情况\n资金按计划投入。\n${two}资金使用情况\n资金全部用于设备采购。\n${third}资金管理情况\n实行专账核算。`;
    return { right: tell(three), wrong: tell(slip === 'skip' ? four : two) };
  });

const marks = fc
  .record({
    words: oneOf(
      ([a, b]) => `按照${a}县级项目资金管理办法${b}执行，专款专用。`,
      ([a, b]) => `根据${a}绩效评价工作方案${b}要求，成立自评小组。`,
    ),
    pair: fc.constantFrom(['《', '》'] as const, ['（', '）'] as const),
    side: whole(0, 1),
  })
  .map(({ words, pair, side }): Made => told(words, pair, side, ''));

const doubled = fc
  .record({
    word: pick('补助资金', '管理', '项目', '服务', '绩效目标', '直接'),
    words: oneOf(
      ([w]) => `财政部门${w}支付程序规范。`,
      ([w]) => `严格执行${w}有关规定，做到专款专用。`,
    ),
  })
  .map(({ word, words }): Made => told(words, [word], 0, word + word));

const residue = fc
  .record({
    words: oneOf(
      ([y]) => `${y}年完成技能培训480人。`,
      ([y]) => `按照${y}年度工作要点推进各项工作。`,
    ),
    wrong: pick('20XX', '20xx', '20××', '××'),
  })
  .map(({ words, wrong }): Made => told(words, ['2023'], 0, wrong));

const impossible = fc
  .record({
    month: whole(1, 12),
    day: whole(1, 28),
    words: oneOf(
      ([m, d]) => `工程于2023年${m}月${d}日通过竣工验收。`,
      ([m, d]) => `合同签订日期为2023年${m}月${d}日。`,
    ),
    wrong: fc.constantFrom([13, 5] as const, [2, 30] as const, [4, 31] as const, [11, 38] as const),
  })
  .map(({ month, day, words, wrong }): Made => ({
    right: words([month, day]),
    wrong: words(wrong),
  }));

const yearOfMoney = fc
  .record({
    came: whole(410, 480),
    words: oneOf(
      ([y, c, w]) => `2023年收入${c}万元，${y}年支出${w}万元。`,
      ([y, c, w]) => `2023年预算安排专项经费${c}万元，${y}年实际支出${w}万元。`,
    ),
  })
  .map(({ came, words }): Made => told(words, [2023, came, came - 7], 0, 2022));

const yearOfWork = fc
  .record({
    many: whole(210, 980),
    words: oneOf(
      ([y, n]) => `${y}年共培训学员${n}人，发放资料2000份。`,
      ([y, n]) => `${y}年，我局完成监督检查${n}户次，立案查处18起。`,
      ([y, n]) => `${y}年度组织义诊活动${n}场次。`,
    ),
  })
  .map(({ many, words }): Made => told(words, [2023, many], 0, 2022));

const repeated = fc
  .record({
    sentence: pick(
      '严格按照资金管理办法使用资金，专款专用，没有截留挤占挪用情况，手续完备。',
      '项目实施以来，群众生产生活条件明显改善，基层治理能力进一步提升，社会反响良好。',
    ),
  })
  .map(({ sentence }): Made => ({
    right: sentence,
    wrong: `${sentence}\n各项工作有序推进。\n${sentence}`,
  }));

export const STRUCTURE = {
  listed,
  headings,
  marks,
  doubled,
  residue,
  impossible,
  yearOfMoney,
  yearOfWork,
  repeated,
};
