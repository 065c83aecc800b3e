import type { Column, Columns, Table, TableEvidence } from '../model/table';
import { normaliseText } from '../quantity/normalise';
import { isClass } from './vocabulary/classes';

export type WhatTable = TableEvidence['what'];

export interface TableFacts {
  readonly title: string;
  readonly sheetName: string;
  /** Every text of the header rows. */
  readonly heads: readonly string[];
  /** Every text above the header, since the table before. */
  readonly above: readonly string[];
  readonly columns: Columns;
  /** What stands above and below the heads. */
  readonly table: Pick<Table, 'budget' | 'groups' | 'project' | 'indicators'>;
}

interface TitleWord {
  readonly pattern: RegExp;
  readonly what: WhatTable;
  readonly points: number;
}

/**
 * What titles call a table (package-and-review.md §4, layouts A–J). 自评 outweighs 目标: the national
 * transfer form is called 绩效目标自评表. A reviewer's form says so last: 自评复核表.
 */
const TITLE_WORDS: readonly TitleWord[] = [
  {
    pattern:
      /(自评|自我评价|自查|自行评价)((?!.*(复核|核查|抽查|再评价|复评))|(?=表?(及|和|与|暨|、)))/,
    what: 'self',
    points: 5,
  },
  { pattern: /评价表|评分表|考核表|完成情况/, what: 'self', points: 1 },
  // Of a unit's year or a person's quarter: no money is spent by it.
  {
    pattern: /^(?!.*(绩效(自|评)|自评|支出|资金|预算|项目|经费|专项|补助|补贴)).*考(核|评)/,
    what: 'other-score',
    points: 3,
  },
  { pattern: /(教师|员工|职工|干部|个人|岗位|人员).*考(核|评)/, what: 'other-score', points: 3 },
  { pattern: /(供应商|投标人|服务商).*(考核|评[价分])/, what: 'other-score', points: 3 },
  // Bids are scored by those who buy.
  {
    pattern: /评标|开标|招标|投标|比选|磋商|询价|谈判|评审(?:表|打分|评分)/,
    what: 'other-score',
    points: 6,
  },
  { pattern: /监控|跟踪|监测表/, what: 'monitor', points: 6 },
  {
    pattern: /(申报|批复|公开|审核|分解|下达|备案|调整)表|目标(的)?(申报|批复|编报|设定)/,
    what: 'target',
    points: 2,
  },
  { pattern: /目标/, what: 'target', points: 3 },
  {
    pattern:
      /(?<!(自评|自我评价|自查)表?(及|和|与|暨|、).{0,6})(复核|核查|抽查|再评价|复评)[^自]{0,8}$|(财政|重点|第三方|专家|事前|事后)[^自]{0,4}(评价|评估|评审|评分|打分)/,
    what: 'other-score',
    points: 6,
  },
  { pattern: /指标体系/, what: 'other-score', points: 2 },
];

/** Heads that only a 运行监控表 has (package-and-review.md §4, layout J). */
const MONITOR_HEAD =
  /(\d|[一二三四上下])(个)?(-\d+)?(月份?|季度|半年).{0,4}(执行|完成|实现|支出)|预计(全年)?(完成|执行|实现)|全年预计|可能性|确定能/;

/** What is still to come: whoever evaluates a year knows it. */
const FORESEEN = /预计|可能性|确定能/;

/** Heads and labels of tables about persons or goods: no project is evaluated by them (house rule). */
const PERSON_HEAD =
  /^(姓名|性别|职务|职称|岗位|身份证号?码?|工号|学号|班级|被?考核人(员|姓名)?|供应商(名称)?|投标人|(专家|评委)[一二三四五六七甲乙丙丁A-Z\d]{1,2})$/;

/** Heads of lists of work to be done: who does it, until when (house rule). */
const WORK_HEAD = /^(责任|牵头|配合|承办)(单位|部门|科室|人|领导)$|^(完成|办结)(时限|期限)$/;

/** The unit's own marks, whoever else gives some beside them. */
const OWN_HEAD = /自(评|验|查)/;

/** Evidence for each reading of a table, in the order in which it was looked for. */
export function tableEvidence(facts: TableFacts): TableEvidence[] {
  const { title, sheetName, heads, above, table } = facts;
  const evidence: TableEvidence[] = [];
  const name = normaliseText(title);
  for (const { pattern, what, points } of TITLE_WORDS) {
    const seen = pattern.exec(name);
    if (seen) evidence.push({ what, points, seen: seen[0] });
  }
  const sheet = normaliseText(sheetName);
  if (/自评/.test(sheet)) evidence.push({ what: 'self', points: 2, seen: sheetName });
  else if (/目标|申报/.test(sheet)) evidence.push({ what: 'target', points: 1, seen: sheetName });
  else if (/监控/.test(sheet)) evidence.push({ what: 'monitor', points: 2, seen: sheetName });
  const watched = heads.filter((head) => MONITOR_HEAD.test(normaliseText(head)));
  const foreseen = watched.some((head) => FORESEEN.test(normaliseText(head)));
  if (watched[0] !== undefined)
    evidence.push({
      what: 'monitor',
      points: (foreseen ? 4 : 2) + watched.length,
      seen: watched[0],
    });
  const isPerson = (text: string): boolean => PERSON_HEAD.test(normaliseText(text));
  const person = heads.find(isPerson);
  if (person !== undefined) evidence.push({ what: 'other-score', points: 6, seen: person });
  const work = heads.find((head) => WORK_HEAD.test(normaliseText(head)));
  if (work !== undefined) evidence.push({ what: 'other-score', points: 4, seen: work });
  const own = heads.find((head) => OWN_HEAD.test(normaliseText(head)));
  if (own !== undefined) evidence.push({ what: 'self', points: 2, seen: own });
  // A project has people, too: who is responsible, and what he is.
  const named = above.find((text) => isPerson(text.replace(/[:：].*$/s, '')));
  if (named !== undefined) {
    const points = table.project === null && /名|被?考核人|工号/.test(named) ? 8 : 3;
    evidence.push({ what: 'other-score', points, seen: named });
  }
  return [
    ...evidence,
    ...columnEvidence(facts),
    ...fieldEvidence(facts),
    ...strangersEvidence(facts),
  ];
}

/**
 * Bids, lessons, subsidiaries, party work, safety, a unit's bookkeeping are scored by 分值 and 得分, too, and
 * units mark themselves for much. A form tells whose marks its are (a unit names itself, or calls them its
 * own) and what they are about (money, a project, the classes of its indicators): funds, a project's name,
 * money in its title or its rows tell both. Where one of the two is missing the marks are others', or of
 * something else (house rule: a foreign table marked costs more than one left to a person).
 */
function strangersEvidence(facts: TableFacts): TableEvidence[] {
  const { title, above } = facts;
  const [seen] = [title, ...above].filter((text) => text !== '');
  const tells = tellsBoth(facts) || (tellsWhose(facts) && tellsWhatAbout(facts));
  return seen === undefined || tells ? [] : [{ what: 'other-score', points: DECISIVE, seen }];
}

/** More than all else together. */
const DECISIVE = 20;

const namedIn = ({ title, sheetName, above }: TableFacts): readonly string[] =>
  [title, sheetName, ...above].map((text) => normaliseText(text));

function tellsBoth(facts: TableFacts): boolean {
  const { columns, table } = facts;
  const named = namedIn(facts);
  // What was planned beside what was done, of a project.
  const isProjects =
    Boolean(columns.target && columns.actual) && named.some((text) => text.includes('项目'));
  return (
    table.budget !== null ||
    table.project !== null ||
    isProjects ||
    named.some((text) => OF_MONEY.test(text)) ||
    isAboutMoney(facts) ||
    classesIn(table).size >= SEVERAL
  );
}

const tellsWhose = (facts: TableFacts): boolean =>
  facts.title === '' ||
  namedIn(facts).some((text) => OWN_TITLE.test(text) || OWN_LABEL.test(text)) ||
  facts.heads.some(isOwnHead);

const isOwnHead = (head: string): boolean => OWN_HEAD.test(normaliseText(head));

function tellsWhatAbout(facts: TableFacts): boolean {
  const { title, above, heads, columns, table } = facts;
  // Its own marks and nothing that says what for.
  const isBare = !(columns.criteria ?? columns.target ?? columns.actual);
  const [seen = ''] = [title, ...above].filter((text) => text !== '');
  if (isBare && !OWN_MARKS.test(normaliseText(seen)) && heads.some(isOwnHead)) return true;
  return (
    !SUBJECT.test(normaliseText(seen).replaceAll(OF_ANY_FORM, '')) ||
    namedIn(facts).some((text) => OF_PROJECTS.test(text)) ||
    labelsOf(table).some((label) => CLASS_WORDS.test(label) || isClass(normaliseText(label)))
  );
}

/** What rows are put under. */
const labelsOf = ({ groups, indicators }: TableFacts['table']): readonly string[] => [
  ...groups.map(({ label }) => label),
  ...indicators.flatMap(({ level1, level2 }) => [level1 ?? '', level2 ?? '']),
];

const classesIn = (table: TableFacts['table']): ReadonlySet<string> =>
  new Set(labelsOf(table).flatMap((label) => CLASS_AT_START.exec(normaliseText(label))?.[1] ?? []));

const OF_MONEY =
  /支出|资金|专项|经费|补助|补贴|转移支付|债券|预算(?!绩效)|购买服务|财政(?![局厅所部])|奖补|资助|拨款/;
const OF_PROJECTS = /项目|整体|绩效(自|评)|采购|资产|工程|农田|整治|改造|衔接|救助|供养/;
const OWN_MARKS = /自评|自我评价|自查/;
const OWN_TITLE = /绩效|自评|自我评价|自查|财政|预算/;
/** What a form names above its rows. */
const OWN_LABEL = /^(?:填报|申报|实施|承担|主管|预算|项目)?(?:单位|部门|项目)(?:名称)?(?::|$)/;
/** 产出指标, 社会效益; 教学效果 is the word, and no class. */
const CLASS_AT_START =
  /^(?:[一二三四五六][、.]|\d[、.]|项目|部门|社会公众|服务对象|社会|经济|生态)?(投入|过程|决策|管理|产出|效益|效果|满意度|履职|数量|质量|时效|成本|可持续)/;
const SEVERAL = 2;
/** What titles of forms of every kind have; what is left of one is what it is about. */
const OF_ANY_FORM = /自评|自我评价|自查|评分|评价|考核|情况|报告|单位|部门|年度?|表|附件/g;
const SUBJECT = /\p{Script=Han}{2}/u;
/** Of scores a few rows about money tell little; of targets with their results one of them does. */
function isAboutMoney({ columns, table: { indicators } }: TableFacts): boolean {
  const rows = indicators.filter(({ name }) => MONEY_WORDS.test(name)).length;
  return rows * FEW > indicators.length || Boolean(rows > 0 && columns.target && columns.actual);
}
const FEW = 3;

/** What only an evaluation of money spent has: funds, a project's name, the classes of its indicators. */
function fieldEvidence({ table, title, sheetName }: TableFacts): TableEvidence[] {
  const seen =
    table.budget?.rows[0]?.label ??
    table.project?.value ??
    table.groups.find(({ label }) => CLASS_WORDS.test(label))?.label ??
    table.indicators.find(({ name }) => MONEY_WORDS.test(name))?.name;
  const isSpent = table.budget?.rows.some(({ executed }) => executed?.value != null) ?? false;
  if (seen !== undefined) return [{ what: 'self', points: isSpent ? 3 : 1, seen }];
  const isNamed = [title, sheetName].some((name) => /绩效|自评/.test(normaliseText(name)));
  return isNamed ? [] : [{ what: 'other-score', points: 2, seen: title || sheetName }];
}

/** 一般公共预算收入 is a figure of a place's economy, and no money spent on a project. */
const MONEY_WORDS = /资金|经费|(?<!公共)预算(?!收入)|(?<!预算)支出/;
const CLASS_WORDS = /产出|效益|效果|满意度|投入|履职/;

/** Nobody evaluates himself without an actual or a score; a target alone is a plan. */
function columnEvidence(facts: TableFacts): TableEvidence[] {
  const { columns } = facts;
  const { target, reviewScore, criteria, weight, evidence, reason } = columns;
  const score = sureOf(columns.score);
  const actual = score || !isPlannedAgain(facts) ? sureOf(columns.actual) : undefined;
  const seen = (...of: (typeof target)[]): string =>
    of.flatMap((column) => (column && column.label !== '' ? [column.label] : [])).join('、');
  if (score && !actual && !target && !reason && !evidence && isReviewer(score.label))
    return [{ what: 'other-score', points: 4, seen: seen(score) }];
  if (actual ?? score)
    return [{ what: 'self', points: actual && score ? 4 : 3, seen: seen(actual, score) }];
  if (reviewScore) return [{ what: 'other-score', points: 4, seen: seen(reviewScore) }];
  if (target) return [{ what: 'target', points: 4, seen: seen(target) }];
  if (criteria ?? weight) return [{ what: 'other-score', points: 2, seen: seen(criteria, weight) }];
  return [];
}

/**
 * 指标值 of three years beside 指标值 of this one: what contents take for the result is the target once more, in a
 * 目标表 or under the target's own head; and so is what is nearly all bounds, and other ones than the target's.
 */
function isPlannedAgain({
  columns: { target, actual },
  title,
  table: { indicators },
}: TableFacts): boolean {
  const told = indicators.filter(({ actual: done }) => done.kind !== 'none');
  const bounds = told.filter(
    ({ actual: done, target: asked }) => BOUNDS.has(done.op ?? '') && done.text !== asked.text,
  );
  if (bounds.length * 2 > told.length) return true;
  const isTitled = PLANNED_TITLE.test(normaliseText(title));
  return Boolean(target && actual?.told) && (target?.label === actual?.label || isTitled);
}
const BOUNDS: ReadonlySet<string> = new Set(['>=', '<=', '>', '<']);
const PLANNED_TITLE = /^(?!.*(?:自评|自我评价|自查|完成|评价|评分)).*目标/;

/** Columns that could as well be something else speak for nothing: grades 优 | 良 | 中 are no results. */
const sureOf = (column: Column | undefined): Column | undefined =>
  column && column.confidence >= FAIRLY_SURE ? column : undefined;
const FAIRLY_SURE = 0.3;

const isReviewer = (label: string): boolean => /专家|第三方|财政|评审|复核|核查/.test(label);

/** The reading with the most evidence; without any, or at a tie, a table is a self-evaluation. */
export function whatTable(evidence: readonly TableEvidence[]): WhatTable {
  const points = new Map<WhatTable, number>([['self', 0]]);
  for (const one of evidence) points.set(one.what, (points.get(one.what) ?? 0) + one.points);
  return [...points].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
