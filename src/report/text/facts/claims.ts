import type { ReportText } from '../read-report';
import type { Statement } from './statement';

/** Words of a report that match a pattern and are meant so. */
export interface Claim {
  readonly statement: Statement;
  readonly found: string;
  readonly at: number;
}

const NEGATED =
  /(?:未|没有?|无|不存在|并未|防止|避免|杜绝|严禁|以免|不得|禁止|谨防|消除|解决|克服|扭转|不会|从未)(?:再)?(?:出现|发生|发现|产生|造成|存在|有)?(?:[^，。；：]{0,8})$/;
const SUPPOSED =
  /(?:如|若|倘|一旦|凡|对于?|对因|针对|应|要求|将|力争|确保|拟|(?<![较比超按])(?:原定|年度|既定)?计划|预计|可能|争取|待|目标|进一步|推动|促进|督促)[^，。；：]{0,14}$/;
const FOLLOWED =
  /^(?:的|之)?(?:原因|情况说明|说明|风险|问题得到|现象得到|的?情形|的(?:项目|指标|单位|部分|事项|任务|工作|资金)(?!有|达|为|共|\d))/;
const PLANNING = /建议|改进|措施|下一步|计划|打算|目标|安排|要求/;

/** Whether words at a place are denied, supposed, or merely named. */
const isMeant = (text: string, start: number, end: number): boolean => {
  const before = text.slice(Math.max(0, start - 24), start);
  return !NEGATED.test(before) && !SUPPOSED.test(before) && !FOLLOWED.test(text.slice(end));
};

/** Every place where a pattern (global) is claimed, outside headings and plans. */
export function claimsOf(
  report: ReportText,
  statements: readonly Statement[],
  pattern: RegExp,
): Claim[] {
  return statements.flatMap((statement): Claim[] => {
    const heading = report.headings[statement.heading];
    if (heading && PLANNING.test(heading.title) && !/问题|完成|实现|情况/.test(heading.title))
      return [];
    return [...statement.text.matchAll(pattern)]
      .filter((match) => isMeant(statement.text, match.index, match.index + match[0].length))
      .map((match) => ({ statement, found: match[0], at: match.index }));
  });
}
