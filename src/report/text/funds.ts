import { compare, multiply, ratio } from '../../quantity/exact';
import { reportFinding, type ReportFinding } from './report-finding';
import { PLACEHOLDER, type ReportText, type Sentence } from './read-report';
import { firstMatch, type Match } from './wording';

/** An amount of money as stated, in 万元. */
export interface StatedAmount {
  readonly value: number;
  readonly match: Match;
}

/** A rate of execution as stated, as a fraction. */
export interface StatedRate {
  readonly value: number;
  /** Decimals of the percentage. */
  readonly decimals: number;
  readonly match: Match;
}

/** What a report says of its money and its score; null where it does not. */
export interface StatedFacts {
  readonly budget: StatedAmount | null;
  readonly spent: StatedAmount | null;
  readonly rates: readonly StatedRate[];
  readonly score: { readonly value: number; readonly match: Match } | null;
}

const AMOUNT = '(\\d[\\d,]*(?:\\.\\d+)?)(亿元|万元|元|亿|万)';
const ADJUSTED = new RegExp(`(?:全年预算|调整后?(?:的)?预算)[^，。；\\d]{0,16}${AMOUNT}`);
const BUDGET = new RegExp(
  `(?:(?:总|年度|全年|年初|部门|项目)预算|预算(?:安排|资金|数|总额)|安排(?:财政)?(?:专项)?资金|项目经费)[^，。；\\d]{0,16}${AMOUNT}`,
);
const SPENT = new RegExp(
  `(?:实际支出|实际使用|全年支出|支出数|执行数|支出总额|已支出|累计支出)[^，。；\\d]{0,8}${AMOUNT}`,
);
const RATE = /(?:支出|执行|支付|预算)[^，。；%\d]{0,8}率(?:为|是|达到?|约|共)?(\d+(?:\.(\d+))?)%/g;
const POINTS = '(\\d{1,3}(?:\\.\\d{1,6})?)分(?!钟|之|值|制|以|及|\\d)';
const SCORES: readonly RegExp[] = [
  new RegExp(
    `(?:(?:自评|评价|综合)(?:总)?(?:得分|总分|分数|结果)|自评)(?:为|是|达|：|:)?${POINTS}`,
  ),
  new RegExp(`自评(?![^，。；\\d]{0,12}(?:满分|分值|标准))[^，。；\\d]{1,12}${POINTS}`),
];
const FACTORS: Readonly<Record<string, number>> = {
  亿元: 10000,
  亿: 10000,
  万元: 1,
  万: 1,
  元: 0.0001,
};

function amount(report: ReportText, pattern: RegExp): StatedAmount | null {
  const match = firstMatch(report.sentences, pattern);
  const figure = Number((match?.groups[0] ?? '').replaceAll(',', ''));
  const factor = FACTORS[match?.groups[1] ?? ''];
  return match && factor !== undefined && figure > 0
    ? { value: multiply(figure, factor), match }
    : null;
}

function ratesOf(sentence: Sentence): StatedRate[] {
  return [...sentence.text.matchAll(RATE)].map((match) => ({
    value: multiply(Number(match[1]), 0.01),
    decimals: match[2]?.length ?? 0,
    match: { sentence, found: match[0], at: match.index, groups: match.slice(1) },
  }));
}

/** Reads budget, spending, execution rates and the score out of a report. */
export function statedFacts(report: ReportText): StatedFacts {
  const [strict, loose] = SCORES.map((pattern) => firstMatch(report.sentences, pattern));
  const score = strict ?? loose;
  return {
    budget: amount(report, ADJUSTED) ?? amount(report, BUDGET),
    spent: amount(report, SPENT),
    rates: report.sentences.flatMap(ratesOf),
    score:
      score && Number(score.groups[0]) <= 100
        ? { value: Number(score.groups[0]), match: score }
        : null,
  };
}

const place = ({ sentence, at }: Match) => ({
  paragraph: sentence.paragraph,
  text: sentence.text,
  at,
});
const percent = (fraction: number): string => `${multiply(fraction, 100)}%`;

/** Two execution rates in one report, that is, two denominators (domain rule C10). */
function twoDenominators({ rates }: StatedFacts): ReportFinding[] {
  const [first, ...others] = rates;
  const other = others.find((rate) => first && compare(rate.value, first.value) !== 0);
  if (!first || !other) return [];
  const [expected, found] = [percent(first.value), percent(other.value)];
  const data = { first: expected, second: found, paragraph: first.match.sentence.paragraph };
  return [
    reportFinding('two-denominators', 'error', place(other.match), data, { expected, found }),
  ];
}

/** Spending over budget by the stated amounts, four decimals; a rate over 1 is not used. */
const derivedRate = ({ budget, spent }: StatedFacts): number | null => {
  const rate = budget && spent ? ratio(spent.value, budget.value, 4) : null;
  return rate !== null && rate <= 1 ? rate : null;
};

/** Below these a rate must be explained, and a high score next to it is doubtful (C06, F12). */
const EXPLAIN_BELOW = 0.9;
const DOUBT_BELOW = 0.8;
const HIGH_SCORE = 95;
const EXPLAINED =
  /(?:支出|执行|支付|预算|资金)[^。]{0,60}(?:原因|由于|因为|压减|调减|结余|未支付|厉行节约|延迟)|(?:由于|因)[^。]{0,60}(?:未支出|未支付|支出率|执行率|支付不及时)/;

/** An outline's place for the cause, still empty, is said as such (`placeholder-left`). */
const asksForCause = ({ paragraphs }: ReportText): boolean =>
  paragraphs.some((text) => /执行率|execution rate/i.test(PLACEHOLDER.exec(text)?.[0] ?? ''));

function lowRate(report: ReportText, facts: StatedFacts): ReportFinding[] {
  const rate = derivedRate(facts);
  if (rate === null || rate >= EXPLAIN_BELOW || !facts.spent || !facts.budget) return [];
  const data = { budget: facts.budget.value, spent: facts.spent.value, rate: percent(rate) };
  const findings: ReportFinding[] = [];
  const unexplained = !firstMatch(report.sentences, EXPLAINED) && !asksForCause(report);
  if (unexplained || facts.rates.length === 0) {
    const id = unexplained ? 'low-rate-unexplained' : 'low-rate-unstated';
    findings.push(
      reportFinding(id, 'warning', place(facts.spent.match), data, { expected: percent(rate) }),
    );
  }
  const { score } = facts;
  if (score && score.value >= HIGH_SCORE && rate < DOUBT_BELOW) {
    const values = { found: score.value };
    const id = 'high-score-low-rate';
    findings.push(
      reportFinding(id, 'warning', place(score.match), { ...data, score: score.value }, values),
    );
  }
  return findings;
}

const UNSPENT = /支出受到?限制|无法按时支出|在途资金|延迟审批|未能支出|资金没保障|支付不及时/;

/** A score of 95 or more beside money that could not be spent (domain rules F11, F12). */
function scoreDespiteUnspent(report: ReportText, { score }: StatedFacts): ReportFinding[] {
  const unspent = firstMatch(report.sentences, UNSPENT);
  if (!score || score.value < HIGH_SCORE || !unspent) return [];
  const data = {
    score: score.value,
    reason: unspent.found,
    paragraph: unspent.sentence.paragraph,
  };
  return [
    reportFinding('score-despite-unspent', 'warning', place(score.match), data, {
      found: score.value,
    }),
  ];
}

const EACH = new RegExp(`每(?:个|家|名|人|户|村|镇)?([^，。；\\d]{0,6})${AMOUNT}`);

/** A sum paid to each of several that exceeds the whole budget (domain rule F15). */
function amountOverBudget(report: ReportText, { budget }: StatedFacts): ReportFinding[] {
  if (!budget) return [];
  return report.sentences.flatMap((sentence) => {
    const match = EACH.exec(sentence.text);
    const factor = FACTORS[match?.[3] ?? ''];
    const receiver = (match?.[1] ?? '').replace(/[^\u4e00-\u9fff]/g, '').slice(0, 2);
    if (!match || factor === undefined || receiver === '') return [];
    const counts = [
      ...sentence.text.slice(0, match.index).matchAll(/(\d+)(?:个|家|名|户)([^，。；\d]{0,6})/g),
    ];
    const count = counts.reverse().find((found) => sameReceiver(receiver, found[2] ?? ''));
    if (!count) return [];
    const each = multiply(Number((match[2] ?? '').replaceAll(',', '')), factor);
    const total = multiply(each, Number(count[1]));
    if (total <= budget.value) return [];
    const data = { count: Number(count[1]), each, total, budget: budget.value };
    const at = { paragraph: sentence.paragraph, text: sentence.text, at: match.index };
    return [
      reportFinding('amount-over-budget', 'warning', at, data, {
        expected: budget.value,
        found: total,
      }),
    ];
  });
}

/** 镇街 and 镇（街） are the same receivers. */
const sameReceiver = (receiver: string, counted: string): boolean => {
  const signs = counted.replace(/[^\u4e00-\u9fff]/g, '');
  return signs !== '' && Array.from(receiver).every((sign) => signs.includes(sign));
};

/** Money and score as the report itself states them. */
export function fundsChecks(report: ReportText, facts: StatedFacts): ReportFinding[] {
  const low = lowRate(report, facts);
  const doubted = low.some(({ id }) => id === 'high-score-low-rate');
  return [
    ...twoDenominators(facts),
    ...low,
    ...(doubted ? [] : scoreDespiteUnspent(report, facts)),
    ...amountOverBudget(report, facts),
  ];
}
