import path from 'node:path';
import type { ReportTextCheck } from '../src/report/text/check';
import { REPORT_CHECKS } from '../src/report/text/report-finding';
import { exportName, readFolders, UNWRITTEN, type FolderOf } from './check-folders';
import { SEVERITY_WORDS } from './checks-index';
import { readReportPage, REPORT_HEADINGS } from './report-check-page';

export const REPORT_CHECKS_FOLDER = path.join(__dirname, '../src/report/text/checks');

export type ReportCheckFolder = FolderOf<ReportTextCheck>;

const ORDER: readonly string[] = REPORT_CHECKS;

/** Reads every folder of `root`, in the order of `REPORT_CHECKS`; those it does not name come last. */
export async function readReportCheckFolders(
  root: string = REPORT_CHECKS_FOLDER,
): Promise<ReportCheckFolder[]> {
  const place = (name: string): number =>
    ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length;
  const folders = await readFolders(root, isCheck);
  return folders.sort((a, b) => place(a.name) - place(b.name) || a.name.localeCompare(b.name));
}

const isCheck = (value: unknown): value is ReportTextCheck =>
  typeof value === 'object' && value !== null && 'id' in value && 'find' in value;

/** What is wrong with the folders or missing, one sentence each that says what to write and where. */
export function reportCheckFaults(folders: readonly ReportCheckFolder[]): string[] {
  const names = folders.map(({ name }) => name);
  const gone = ORDER.filter((id) => !names.includes(id));
  return [
    ...folders.flatMap((folder) => folderFaults(folder)),
    ...gone.map(
      (id) => `src/report/text/checks/${id}：没有这个文件夹；删去 REPORT_CHECKS 里的这一行`,
    ),
  ];
}

function folderFaults({ name, check, source, page }: ReportCheckFolder): string[] {
  const place = `src/report/text/checks/${name}`;
  if (check === null) {
    return [
      `${place}/check.ts：没有导出 ${exportName(name)}；写 export const ${exportName(name)} = defineReportCheck({ … })`,
    ];
  }
  const faults: string[] = [];
  if (check.id !== name)
    faults.push(`${place}/check.ts：id 写的是“${check.id}”；要与文件夹同名，写 id: '${name}'`);
  if (!ORDER.includes(name))
    faults.push(
      `src/report/text/report-finding.ts：REPORT_CHECKS 里没有 '${name}'；写在它该报的次序上`,
    );
  if (source.includes(UNWRITTEN))
    faults.push(`${place}/check.ts：还有写着“${UNWRITTEN}”的地方；写上或删去`);
  return [...faults, ...pageFaults(check, page).map((fault) => `${place}/page.md：${fault}`)];
}

function pageFaults({ id, texts }: ReportTextCheck, markdown: string | null): string[] {
  if (markdown === null)
    return [`没有这个文件；运行 npm run new-check ${id} -- --report，会补上它`];
  const faults: string[] = [];
  const title = `# ${id} ${texts['zh-CN'].title}`;
  if (markdown.split('\n')[0] !== title) faults.push(`第一行要写“${title}”`);
  if (markdown.includes(UNWRITTEN)) faults.push(`还有写着“${UNWRITTEN}”的地方；写上或删去`);
  try {
    const { headings, examples } = readReportPage(markdown);
    if (headings.join() !== REPORT_HEADINGS.join())
      faults.push(`要有、也只有这些节，依次是 ${REPORT_HEADINGS.join('、')}`);
    if (!examples.some(({ good }) => good)) faults.push('没有正例；在“正例”下写一段不该报的文字');
    if (!examples.some(({ good }) => !good)) faults.push('没有反例；在“反例”下写一段该报的文字');
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  }
  return faults;
}

/** docs/report-checks.md: every check of a report's text with its usual severity, source and page. */
export function reportIndexPage(folders: readonly ReportCheckFolder[]): string {
  const rows = folders.flatMap(({ check }) => {
    if (check === null) return [];
    const { title, basis } = check.texts['zh-CN'];
    const link = `[\`${check.id}\`](../src/report/text/checks/${check.id}/page.md)`;
    return [`| ${link} | ${title} | ${SEVERITY_WORDS[check.severity]} | ${basis} |`];
  });
  return `${[
    '# 报告核对各项',
    '',
    '本页由 `npm run docs` 生成，请勿手工修改。严重程度是通常的程度，看不准的轻些，见各页；各页的例子由测试真的去查。',
    '',
    '| 核对项 | 说明 | 程度 | 依据 |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')}\n`;
}

/** src/report/text/checks/registry.ts: every check by its id, in the order of `REPORT_CHECKS`. */
export function reportRegistrySource(folders: readonly ReportCheckFolder[]): string {
  const ids = folders.map(({ name }) => name);
  const imports = [...ids].sort().map((id) => `import { ${exportName(id)} } from './${id}/check';`);
  return `// Written by \`npm run docs\` from the folders beside it. Not to be edited by hand.
import type { ReportTextCheck } from '../check';
import type { ReportCheck } from '../report-finding';
${imports.join('\n')}

const REGISTRY: Readonly<Record<ReportCheck, ReportTextCheck>> = {
${ids.map((id) => `  ${exportName(id) === id ? id : `'${id}': ${exportName(id)}`},`).join('\n')}
};

/** Every check of a report's text. */
export const REPORT_TEXT_CHECKS: readonly ReportTextCheck[] = Object.values(REGISTRY);
`;
}
