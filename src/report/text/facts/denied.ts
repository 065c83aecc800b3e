import type { ReportText } from '../read-report';
import { claimsOf, type Claim } from './claims';
import type { Statement } from './statement';

/** What a report denies that it has, and tells of all the same. */
export interface DeniedFault {
  readonly denied: Claim;
  readonly told: Claim;
  /** Both in one paragraph and not set against each other by 但, which tells an exception knowingly. */
  readonly near: boolean;
}

/** What reviewers ask after, by the words that reports use; each names one thing. */
const FAULTS: readonly string[] = [
  '截留',
  '挪用',
  '挤占',
  '闲置|沉淀',
  '浪费',
  '虚列',
  '套取|骗取',
  '拖欠|欠付',
  '违规',
  '违纪|违法',
  '安全(?:生产)?(?:责任)?事故|(?<!安全)(?<!交通)事故',
  '火灾',
  '投诉',
  '信访(?!件|局|部门|工作)|上访',
  '舆情',
  '超概|超预算|超支',
];

const QUALIFIED =
  /重[特]?大|较大|严重|群体性|责任|恶性|重复|有效|越级|主观|故意|人为|有关|相关|关于|对本|涉及/;
/** Of another time or place, or what was to be put right. */
const ELSEWHERE =
  /上年|去年|以前年度|往年|历年|防止|避免|杜绝|风险|制度|办法|查处|打击|举报电话|渠道|处理|办结率|满意|如|是否|应急|预防|演练|子项/;

/** Told with its own year or by a hotline for the whole place: asked, not more. */
const OF_OTHERS = /20\d\d年|热线|平台|转[来办交]|12345/;

interface Pattern {
  readonly fault: RegExp;
  readonly denied: RegExp;
  readonly told: RegExp;
}

const PATTERNS: readonly Pattern[] = FAULTS.map((fault) => ({
  fault: new RegExp(fault),
  denied: new RegExp(
    `(?:未|没有|无|不存在|零)(?:再)?(?:发现|发生|出现|收到|接到|产生)?(?:任何|一起|一例)?[^，。；\\d]{0,12}?(?:${fault})`,
    'g',
  ),
  told: new RegExp(
    `(?<![不未无没])(?:发现|存在|发生|出现|造成|形成|导致|查出|收到|接到)[^，。；不未无没零\\d]{0,10}?(?:${fault})|(?:${fault})[^，。；不未无没零\\d]{0,8}\\d[\\d.]*(?:亿|万)?(?:元|起|件|次|例)`,
    'g',
  ),
}));

/** Every fault that a report says it does not have and elsewhere says that it has. */
export function deniedFaults(
  report: ReportText,
  statements: readonly Statement[],
  year: number | null,
): readonly DeniedFault[] {
  return PATTERNS.flatMap(({ fault, denied, told }): DeniedFault[] => {
    const named = statements.filter(({ text }) => fault.test(text));
    const [no] = named.flatMap((statement): Claim[] =>
      [...statement.text.matchAll(denied)]
        .filter((match) => !QUALIFIED.test(match[0]) && !ELSEWHERE.test(match[0]))
        .map((match) => ({ statement, found: match[0], at: match.index })),
    );
    if (!no) return [];
    const yes = claimsOf(report, named, told).find(
      ({ statement, at, found }) =>
        !ELSEWHERE.test(clauseAt(statement.text, at) + found) &&
        !isOfAnotherYear(clauseAt(statement.text, at), year) &&
        !/(?:未|没有|无|不存在|零)[^，。；]{0,14}$/.test(statement.text.slice(0, at)),
    );
    if (!yes) return [];
    const clause = clauseAt(yes.statement.text, yes.at) + yes.found;
    const near =
      no.statement.paragraph === yes.statement.paragraph &&
      !isException(no, yes) &&
      !OF_OTHERS.test(clause);
    return [{ denied: no, told: yes, near }];
  });
}

/** 2023年审计发现的挪用资金, in a report of 2025. */
const isOfAnotherYear = (clause: string, year: number | null): boolean => {
  const told = /(20\d\d)年/.exec(clause)?.[1];
  return told !== undefined && year !== null && Number(told) !== year;
};

/** 未出现超支，但个别材料超支2万元: one sentence, its own exception. */
const isException = (no: Claim, yes: Claim): boolean =>
  no.statement === yes.statement &&
  /[，；](?:但|然而|不过|仅)/.test(no.statement.text.slice(no.at, yes.at));

const clauseAt = (text: string, at: number): string =>
  text
    .slice(0, at)
    .split(/[，。；]/)
    .at(-1) ?? '';
