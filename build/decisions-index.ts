import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(__dirname, '../docs/decisions');

/** A page of docs/decisions: what was decided, why, and where it applies. */
interface Decision {
  readonly file: string;
  readonly title: string;
  readonly status: string;
  readonly date: string;
  readonly scope: string;
}

/** Names of the pages, the index aside, in order. */
export function decisionFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort();
}

/** What a page lacks, one sentence each that says what to add; none where it is whole. */
export function whatIsMissing(file: string): string[] {
  const text = readFileSync(path.join(FOLDER, file), 'utf8');
  const needed: readonly (readonly [RegExp, string])[] = [
    [/^# \S/, '第一行要有 “# 标题”'],
    [/^- 状态：(采用|提议|作废)/m, '要有一行 “- 状态：采用”（或提议、作废）'],
    [/^- 日期：\d{4}-\d\d-\d\d$/m, '要有一行 “- 日期：2026-11-29”'],
    [/^- 范围：\S/m, '要有一行 “- 范围：引擎”（或命令行、网页工作台等）'],
    [/^## 决定$/m, '要有一节 “## 决定”'],
    [/^## 为什么$/m, '要有一节 “## 为什么”'],
  ];
  return needed
    .filter(([pattern]) => !pattern.test(text))
    .map(([, add]) => `docs/decisions/${file}：${add}`);
}

/** docs/decisions/README.md: every decision under the part of the product it is about. */
export function decisionsPage(): string {
  const decisions = decisionFiles().map(readDecision);
  const scopes = [...new Set(decisions.map(({ scope }) => scope))].sort((a, b) =>
    a.localeCompare(b, 'zh-CN'),
  );
  const lines = [
    '# 决定',
    '',
    '一个决定一个文件：决定了什么、为什么、什么情况下再议。改了主意不删，把状态改成“作废”并写明换成了哪一个。',
    '',
    '本页由 `npm run docs` 生成，请勿手工修改。',
  ];
  for (const scope of scopes) {
    lines.push('', `## ${scope}`, '');
    for (const { file, title, status, date } of decisions.filter((one) => one.scope === scope)) {
      lines.push(`- [${title}](${file})（${status === '采用' ? '' : `${status}，`}${date}）`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function readDecision(file: string): Decision {
  const text = readFileSync(path.join(FOLDER, file), 'utf8');
  const line = (name: string): string =>
    new RegExp(`^- ${name}：(.+)$`, 'm').exec(text)?.[1]?.trim() ?? '';
  return {
    file,
    title: /^# (.+)$/m.exec(text)?.[1] ?? file,
    status: line('状态'),
    date: line('日期'),
    scope: line('范围'),
  };
}
