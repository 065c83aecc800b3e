import type { Profile, SourceMark } from '../src/model/profile';
import { isFields } from '../src/model/decode';
import { valueAt } from '../src/profiles/changed-values';
import { PROFILES } from '../src/profiles/load-profile';

const MARKS: Readonly<Record<SourceMark, string>> = {
  regulation: '规定原文',
  practice: '常见做法',
  house: '本工具的规矩',
};

/** The page of a shipped profile: every value with its source and what kind of source that is. */
export function profilePage(profile: Profile): string {
  const rows = Object.entries(profile.sources).map(([path, source]) => {
    const mark = profile.marks[path];
    return `| \`${path}\` | ${shown(valueAt(profile, path))} | ${mark ? MARKS[mark] : ''} | ${cell(source)} |`;
  });
  const kind = profile.kind === 'target' ? '目标表' : '评分表';
  return [
    `# ${profile.title}`,
    '',
    `<!-- 由 npm run docs 生成，不要手改 -->`,
    '',
    `编号 \`${profile.id}\`，用于${kind}。用法：\`jixiao score 表.xlsx --profile ${profile.id}\`。“常见做法”是公开的表或系统这样做，不是规定。`,
    '',
    '| 项 | 值 | 来源种类 | 出处 |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** The list of all shipped profiles. */
export function profilesIndex(): string {
  return [
    '# 评分口径',
    '',
    '<!-- 由 npm run docs 生成，不要手改 -->',
    '',
    `内置口径 ${String(PROFILES.length)} 种。没有选口径时，按表上写的（表注、级别名、表头）提出合用的一个并说出理由；表上没有写的，目标表用 \`cn-mof-2020\`，评分表用 \`cn-rubric\`。自己的口径见[加一个口径](../adding-a-profile.md)。`,
    '',
    '| 编号 | 题名 | 用于 |',
    '| --- | --- | --- |',
    ...PROFILES.map(
      ({ id, title, kind }) =>
        `| [\`${id}\`](${id}.md) | ${title} | ${kind === 'target' ? '目标表' : '评分表'} |`,
    ),
    '',
  ].join('\n');
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '不设';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map(shown).join('；');
  if (typeof value === 'string' || typeof value === 'number') return cell(String(value));
  if (!isFields(value)) return '不设';
  return Object.entries(value)
    .filter(([key]) => key !== 'words' && key !== 'includesUpper')
    .map(([key, inner]) => `${key} ${shown(inner)}`)
    .join('，');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
