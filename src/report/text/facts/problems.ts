import type { ReportContext } from '../check';
import type { Claim } from './claims';

const DENIED =
  /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])?(?:存在(?:的)?(?:主要)?问题[^，。；]{0,12}?[：:，]?)?(?:无|没有|暂无|不存在|未发现)(?:存在)?(?:任何|其他)?(?:问题|困难)?。?$|(?:不存在|没有存在|未发现|无|没有)(?:任何|其他)?问题(?=[，。；]|$)|(?:项目|实施|执行|自评)[^，。；]{0,12}(?:不存在|没有|未发现|无)(?:任何|其他)?(?:问题|困难)(?=[，。；]|$)/;
/** Under 其他需要说明的问题 a unit says 无 and means that there is nothing else to say. */
const PROBLEM_TITLE = /(?<!说明的?)问题|困难|不足/;
const LISTED =
  /(?:[一1](?:是|、|\.)|主要表现|第一|首先|（一）|①)|不(?:足|够|到位|完善|规范|高|强|深|及时|全|齐)|滞后|欠缺|薄弱|有待|缺乏|偏低|困难/;
const MEASURE_TITLE = /措施|改进|建议|打算|下一步/;

/** Where a report says that there are no problems at all, not that money was not misused. */
export function noProblems({ report, statements }: ReportContext): Claim | null {
  for (const statement of statements) {
    const title = report.headings[statement.heading]?.title ?? '';
    const match = DENIED.exec(statement.text);
    if (
      !match ||
      /截留|挪用|挤占|违规|违纪|虚列|质量|安全|资金|信访|审计|整改/.test(statement.text)
    )
      continue;
    const bare = /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])?(?:无|没有|暂无|不存在)。?$/.test(
      statement.text,
    );
    if (bare && !PROBLEM_TITLE.test(title)) continue;
    return { statement, found: match[0], at: match.index };
  }
  return null;
}

/** The first problem told under a heading that speaks of problems. */
export function problemsListed({ report, statements }: ReportContext): Claim | null {
  for (const statement of statements) {
    const heading = report.headings[statement.heading];
    if (!heading || !PROBLEM_TITLE.test(heading.title) || isTitle(statement.text, heading))
      continue;
    const match = LISTED.exec(statement.text);
    if (!match || DENIED.test(statement.text)) continue;
    const measures =
      MEASURE_TITLE.test(heading.title) && /^(?:下一步|今后|将|我)/.test(statement.text);
    if (!measures) return { statement, found: statement.text.slice(0, 24), at: match.index };
  }
  return null;
}

const isTitle = (text: string, { mark, title }: { mark: string; title: string }): boolean =>
  text.replace(/[。：:]$/, '') === mark + title;
