import type { Check } from '../src/checks/check';
import type { ReportTextCheck } from '../src/report/text/check';
import { exportName, nextCode, UNWRITTEN } from './check-folders';
import { HEADINGS } from './check-page';
import { REPORT_HEADINGS } from './report-check-page';

export const GROUPS = ['1', '2', '3', '4', '5'];
const ID = /^[a-z]+(-[a-z0-9]+)*$/;

/** Why no check of that name and group can be begun, in one sentence; null where it can. */
export function whyNotNew(id: string, group: string): string | null {
  if (!ID.test(id)) {
    return `“${id}”不能作核查项的名字：用小写英文词或数字，词之间用短横，例如 npm run new-check actual-negative`;
  }
  if (!GROUPS.includes(group)) {
    return `没有第“${group}”组：写 -- --group 1（结构）、2（分值与合计）、3（资金）、4（指标行与整表）或 5（各项目之间）`;
  }
  return null;
}

/** `check.ts` as it is begun: it compiles, says nothing yet, and shows what has to be written. */
export function checkSource(id: string, group: string, checks: readonly Check[]): string {
  const words = (language: string): string => `    ${language}: {
      title: '${UNWRITTEN}',
      message: {
        plain: '“{name}”${UNWRITTEN}{found}',
      },
      why: '${UNWRITTEN}',
      fix: '${UNWRITTEN}',
      basis: '${UNWRITTEN}',
    },`;
  return `import type { Quantity } from '../../model/quantity';
import { TARGET_ONLY } from '../check';
import { defineCheck } from '../define-check';
import { brief } from '../wording';

export const ${exportName(id)} = defineCheck({
  id: '${id}',
  code: '${nextCode(checks, group)}',
  severity: 'warning',
  kinds: TARGET_ONLY,
  scope: 'row',
  about: ['value'],
  texts: {
${words("'zh-CN'")}
${words('en')}
  },
  soundRow(say) {
    return ({ name, actual, actualCell }) => {
      if (actualCell === null || !isWrong(actual)) return null;
      return say(actualCell, { data: { name: brief(name) }, found: brief(actual.text) });
    };
  },
});

function isWrong({ text }: Quantity): boolean {
  return text === '${UNWRITTEN}';
}
`;
}

const SOUND_SHEET = `一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
产出指标|数量指标|修建道路|≥50公里|52公里|10|10|`;
const FENCE = '```';

/** `page.md` as it is begun, under the check's code and title. */
export function pageSource({ code, texts }: Check): string {
  const { title, why, fix, basis } = texts['zh-CN'];
  const bodies: Readonly<Record<string, string>> = {
    为什么: why,
    怎样改: fix,
    依据: basis,
    正例: `${UNWRITTEN}，说明这张表为什么不该报。\n\n${FENCE}\n${SOUND_SHEET}\n${FENCE}`,
  };
  const sections = HEADINGS.map((heading) => `## ${heading}\n\n${bodies[heading] ?? UNWRITTEN}\n`);
  return [`# ${code} ${title}\n`, ...sections].join('\n');
}

/** `check.ts` of a check of reports as it is begun. */
export function reportCheckSource(id: string): string {
  const words = (language: string): string => `    ${language}: {
      title: '${UNWRITTEN}',
      message: '“{found}”${UNWRITTEN}',
      fix: '${UNWRITTEN}',
      basis: '${UNWRITTEN}',
    },`;
  return `import { defineReportCheck, placeIn } from '../../check';

const WRONG = /${UNWRITTEN}/g;

export const ${exportName(id)} = defineReportCheck({
  id: '${id}',
  severity: 'info',
  texts: {
${words("'zh-CN'")}
${words('en')}
  },
  find: ({ statements }, say) =>
    statements.flatMap((statement) =>
      [...statement.text.matchAll(WRONG)].map((match) =>
        say(placeIn(statement, match.index), { found: match[0] }),
      ),
    ),
});
`;
}

/** `page.md` of a check of reports as it is begun, under its id and title. */
export function reportPageSource({ id, texts }: ReportTextCheck): string {
  const { title, fix, basis } = texts['zh-CN'];
  const bodies: Readonly<Record<string, string>> = {
    怎样改: fix,
    依据: basis,
    正例: `${UNWRITTEN}，说明这段文字为什么不该报。\n\n${FENCE}\n各项任务按计划推进。\n${FENCE}`,
  };
  const sections = REPORT_HEADINGS.map(
    (heading) => `## ${heading}\n\n${bodies[heading] ?? UNWRITTEN}\n`,
  );
  return [`# ${id} ${title}\n`, ...sections].join('\n');
}
