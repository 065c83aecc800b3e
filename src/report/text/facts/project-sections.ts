import type { Heading, ReportText } from '../read-report';
import { isProjectName } from './score-projects';
import type { Stated } from './stated';

/** What sections of any report are called by, whatever is told in them. */
const SECTION =
  /情况|分析|结论|概况|自评|评价|总体|结果|得分|绩效|项目|支出|资金|预算|决算|经费|投入|产出|过程|决策|效益|效果|满意度?|管理|使用|执行|到位|安排|实施|组织|落实|完成|进展|进度|建设|目标|指标|问题|措施|基本|工作|任务|开展|主要|重点|部门|单位|整体|综合|社会|经济|生态|影响|数量|质量|时效|成本|年度|收支|收入|结余|结转|专项|中央|省级|市级|县级|本级|上级|财政|拨款|三公|人员|公用|编制|调整|资产|职责|履[行职]|财务|业务|及时|其他|事项|说明|来源|概述|背景|依据|立项|做法|经验|介绍|原因|改进|下一步|存在|[及和与的率]/g;
const TAIL =
  /(?:支出)?(?:绩效)?(?:自我?)?(?:自评|评价|完成|执行|实施|使用|开展)*(?:情况|结果|结论|得分)$/;
const AMOUNT = /[，。：；]|(?:(?:年初|全年|总)?(?:预算|安排|投入|支出)[数为]?)*[\d.]+[万亿]?元/;
const FIELD = /项目名称：([^，。；：]{2,60})/;

/** The project whose name a heading is; `''` for a heading of a section. */
export function headingName(title: string): string {
  const whole = title.replace(/20\d\d年度?/g, '').split(AMOUNT)[0] ?? '';
  const name = whole.replace(TAIL, '');
  if (name !== whole && !isProjectName(name)) return '';
  const left = name.replace(SECTION, '').replace(/[^\u4e00-\u9fffA-Za-z\d]/g, '');
  const isSection = /情况|分析|结论|概况|自评|评价|总体|结果|得分|绩效/.test(name);
  return left.length < 2 || isSection ? '' : name;
}

/** Index of the heading above a heading; −1 above the first level. */
export const above = (headings: readonly Heading[], at: number): number =>
  headings.slice(0, at).findLastIndex(({ style }) => style < (headings[at]?.style ?? 1));

/** Names of headings side by side of which two or more have what is told of a whole project below them. */
function namesSideBySide({ headings }: ReportText, telling: readonly Stated[]): Set<string> {
  const groups = new Map<string, Set<number>>();
  for (const { statement } of telling) {
    for (let at = statement.heading; at >= 0; at = above(headings, at)) {
      const key = `${String(headings[at]?.style)} ${String(above(headings, at))}`;
      groups.set(key, (groups.get(key) ?? new Set()).add(at));
    }
  }
  const titlesBelow = (at: number): readonly string[] =>
    headings.flatMap(({ title }, below) => (above(headings, below) === at ? [title] : []));
  const names = new Set<string>();
  for (const group of groups.values()) {
    // Chapters are of projects only where they are called so, have the same sections or, without any, stand in a row.
    const isOwn = (at: number): boolean => {
      const { style = 1, title = '' } = headings[at] ?? {};
      if (style > 1 || isProjectName(headingName(title))) return true;
      const own = titlesBelow(at);
      return [...group].some((other) =>
        own.length === 0
          ? Math.abs(other - at) === 1
          : other !== at && titlesBelow(other).filter((one) => own.includes(one)).length > 1,
      );
    };
    const named = [...group]
      .filter(isOwn)
      .map((at) => headingName(headings[at]?.title ?? ''))
      .filter((name) => name !== '');
    if (new Set(named).size > 1) named.forEach((name) => names.add(name));
  }
  return names;
}

/**
 * Where chapters begin with 一、 again and again, each time with what is told of a whole project, every
 * beginning is another project's; what stands before the first is of all.
 */
function projectsInTurn({ headings, sentences }: ReportText, telling: readonly Stated[]): string[] {
  let turn = 0;
  const turns = headings.map(({ style, number }) => (turn += style === 1 && number === 1 ? 1 : 0));
  const turnOf = (heading: number): number => turns[heading] ?? 0;
  const told = new Set(telling.map(({ statement }) => turnOf(statement.heading)));
  told.delete(0);
  return sentences.map(({ heading }) => {
    const own = turnOf(heading);
    return told.size > 1 && own > 0 ? String(own) : '';
  });
}

/**
 * The project that each sentence of a report over several is told of, in the order of the sentences:
 * that of the nearest heading that is a project's name, or of the name before a colon; `''` for what
 * is of all, and everywhere in a report on one. `telling`: the scores and rates of whole projects.
 */
export function projectsBySentence(report: ReportText, telling: readonly Stated[]): string[] {
  const { headings, sentences } = report;
  const names = namesSideBySide(report, telling);
  const fields = new Set(sentences.flatMap(({ text }) => FIELD.exec(text)?.[1] ?? []));
  if (fields.size > 1) fields.forEach((name) => names.add(name));
  if (names.size === 0) return projectsInTurn(report, telling);
  const byHeading: string[] = [];
  headings.forEach(({ title }, at) => {
    const own = headingName(title);
    byHeading.push(names.has(own) ? own : (byHeading[above(headings, at)] ?? ''));
  });
  let [heading, inTurn] = [-1, ''];
  return sentences.map((sentence) => {
    if (sentence.heading !== heading) [heading, inTurn] = [sentence.heading, ''];
    const colon = sentence.text.indexOf('：');
    const before = colon < 0 ? '' : sentence.text.slice(0, colon);
    if (names.has(before)) inTurn = before;
    const of = byHeading[heading] ?? '';
    return of === '' ? inTurn : of;
  });
}
