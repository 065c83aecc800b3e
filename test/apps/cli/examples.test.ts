import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EXAMPLE_FORMS } from '../../../examples/example-forms';
import { writeForm } from '../../../examples/form-writer';
import { roomForIdentities } from '../../../src/apps/cli/identities';
import { runJob } from '../../../src/apps/cli/job';
import { DEFAULT_OPTIONS } from '../../../src/engine/options';
import type { FileJson } from '../../../src/report/result-json';

const FOLDER = resolve(__dirname, '..', '..', '..', 'examples');

test('the workbooks of examples/ are what build-examples.ts writes', () => {
  expect(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith('.xlsx'))
      .sort(),
  ).toEqual(Object.keys(EXAMPLE_FORMS).sort());
  const stale = Object.entries(EXAMPLE_FORMS)
    .filter(([name, form]) => !readFileSync(join(FOLDER, name)).equals(writeForm(form())))
    .map(([name]) => name);
  expect(stale).toEqual([]);
});

/** The mistakes that were put in on purpose, by the check that must find them and its cell. */
const MISTAKES: Readonly<Record<string, readonly string[]>> = {
  '国家样式-项目支出绩效自评表.xlsx': [
    'unmet-full-score G15',
    'over-achieved E16',
    'score-missing G18',
    'deadline-missed E20',
    'reason-missing H15',
    'met-not-full G21',
    'execution-score H6',
  ],
  '四川样式-部门预算项目支出绩效自评表.xlsx': [
    'template-text F14',
    'execution-score H8',
    'budget-adjusted D8',
    'unmet-full-score I18',
  ],
  '广东样式-项目绩效自评指标评分表.xlsx': ['score-over-weight G12', 'reason-missing F8'],
};

test.each(Object.keys(EXAMPLE_FORMS))('the mistakes of %s are found', async (name) => {
  const told = await runJob(
    { path: name, absolute: join(FOLDER, name), output: null },
    {
      task: 'check',
      inputs: roomForIdentities(0),
      options: DEFAULT_OPTIONS,
      language: 'zh-CN',
      telling: { format: 'ndjson', findings: false, colours: false },
    },
  );
  const file = JSON.parse(told.text) as FileJson;
  const found = file.tables.flatMap((table) =>
    table.findings.map((finding) => `${finding.rule} ${finding.cell}`),
  );
  expect(found).toEqual(expect.arrayContaining([...(MISTAKES[name] ?? [])]));
});
