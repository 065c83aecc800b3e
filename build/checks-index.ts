import type { Check } from '../src/checks/check';
import { exportName } from './check-folders';

/** As the pages call them. */
export const SEVERITY_WORDS = { error: '错误', warning: '警告', info: '提醒' } as const;
const GROUPS: readonly (readonly [string, string])[] = [
  ['JX1', '结构与完整'],
  ['JX2', '分值与合计'],
  ['JX3', '资金'],
  ['JX4', '指标行与整表'],
  ['JX5', '各项目之间'],
];
const GENERATED =
  '// Written by `npm run docs` from the folders of src/checks. Not to be edited by hand.';

/** docs/checks.md: every check with its code, usual severity, source and page. */
export function indexPage(checks: readonly Check[]): string {
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
    for (const { id, code, severity, texts } of checks) {
      if (!code.startsWith(prefix)) continue;
      const { title, basis } = texts['zh-CN'];
      const link = `[\`${id}\`](../src/checks/${id}/page.md)`;
      lines.push(`| ${code} | ${link} | ${title} | ${SEVERITY_WORDS[severity]} | ${basis} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** src/checks/registry.ts: every check by its id, in the order of the codes. */
export function registrySource(checks: readonly Check[]): string {
  const ids = checks.map(({ id }) => id);
  const imports = [...ids].sort().map((id) => `import { ${exportName(id)} } from './${id}/check';`);
  return `${GENERATED}
import type { CheckId } from '../model/check-id';
import type { Check } from './check';
${imports.join('\n')}

const REGISTRY: Readonly<Record<CheckId, Check>> = {
${ids.map((id) => `  ${keyed(id)},`).join('\n')}
};

/** Every check, in the order of the codes. */
export const CHECKS: readonly Check[] = Object.values(REGISTRY);

export const checkOf = (id: CheckId): Check => REGISTRY[id];
`;
}

const keyed = (id: string): string => (exportName(id) === id ? id : `'${id}': ${exportName(id)}`);

/** src/model/check-id.ts: the union of the ids, where the model can name it. */
export function idSource(checks: readonly Check[]): string {
  const ids = checks.map(({ id }) => `  | '${id}'`);
  return `${GENERATED}

/** The checks, by the names of their folders. */
export type CheckId =
${ids.join('\n')};
`;
}
