import type { Statement } from './statement';

/** A day or month by which a step of a project was begun or done, as written. */
export interface Milestone {
  readonly statement: Statement;
  readonly at: number;
  readonly text: string;
  /** 年×10000 + 月×100 + 日, the last day of the month where none is told. */
  readonly day: number;
  readonly step: Step;
}

type Step = 'begun' | 'done';

const DATE =
  /(?<![\d.])(?:(20\d\d)年)?(\d{1,2})月(?:(\d{1,2})日)?(?:底|末|初|上旬|中旬|下旬|份)?(?![-—–~～至到\d])/g;
const STEPS: readonly (readonly [Step, RegExp])[] = [
  ['begun', /^[^，。；、\d]{0,10}?(?:正式|全面)?(?:开工|动工|启动建设|开始施工|进场施工)/],
  [
    'done',
    /^[^，。；、\d]{0,10}?(?:全部|全面|正式)?(?:完工|竣工|交工|建成|通过[^，。；]{0,4}验收)/,
  ],
];
const SUPPOSED = /计划|预计|拟|原定|力争|确保|应|预期|上年|前$/;

/** The days of begun and done works that a sentence tells; a date without its year is of the one before. */
export function milestonesOf(statement: Statement): Milestone[] {
  const { text } = statement;
  let year: number | null = null;
  return [...text.matchAll(DATE)].flatMap((match): Milestone[] => {
    year = match[1] === undefined ? year : Number(match[1]);
    const rest = text.slice(match.index + match[0].length);
    const step = STEPS.find(([, words]) => words.test(rest))?.[0];
    const clause =
      text
        .slice(0, match.index)
        .split(/[，。；]/)
        .at(-1) ?? '';
    if (step === undefined || year === null || SUPPOSED.test(clause)) return [];
    const day = year * 10_000 + Number(match[2]) * 100 + Number(match[3] ?? 31);
    return [{ statement, at: match.index, text: match[0], day, step }];
  });
}
