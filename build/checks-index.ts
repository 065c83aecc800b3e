import { CHECKS } from '../src/checks/registry';
import { CATALOGUES } from '../src/texts/catalogue';

const zh = CATALOGUES['zh-CN'];
const SEVERITIES = { error: '错误', warning: '警告', info: '提醒' } as const;
const GROUPS: readonly (readonly [string, string])[] = [
  ['JX1', '结构与完整'],
  ['JX2', '分值与合计'],
  ['JX3', '资金'],
  ['JX4', '指标行与整表'],
];

/** docs/checks.md: every check with its code, usual severity, source and page. */
export function indexPage(): string {
  const lines = [
    '# 核查项一览',
    '',
    '本页由 `npm run docs` 生成，请勿手工修改。严重程度是通常的程度，个别情形会轻些或重些，见各页。',
  ];
  for (const [prefix, heading] of GROUPS) {
    lines.push(
      '',
      `## ${heading}`,
      '',
      '| 编号 | 核查项 | 说明 | 程度 | 依据 |',
      '| --- | --- | --- | --- | --- |',
    );
    for (const { id, code, severity, basis } of CHECKS) {
      if (!code.startsWith(prefix)) continue;
      const title = zh[`check.${id}.title`] ?? '';
      const link = `[\`${id}\`](../src/checks/${id}/page.md)`;
      lines.push(`| ${code} | ${link} | ${title} | ${SEVERITIES[severity]} | ${zh[basis] ?? ''} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}
