import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CHECKS } from '../../src/checks/registry';
import { runChecks } from '../../src/checks/run-checks';
import { render } from '../../src/texts/catalogue';
import { cellName } from '../../src/model/grid';
import type { Finding } from '../../src/model/finding';
import type { Snapshot } from '../../src/model/snapshot';
import { profileById } from '../../src/profiles/load-profile';
import { recogniseTables } from '../../src/recognise/recognise-tables';
import { scoreTable } from '../../src/scoring/score-table';
import { readPage, type PageExample } from '../../build/check-page';
import { snapshotOf } from '../support/snapshot-of';

const FOLDER = path.join(__dirname, '../../src/checks');

const sheetOf = ({ rows, merges, formats }: PageExample): Snapshot =>
  snapshotOf({ name: '附表', rows, merges, formats });

/** What the engine would say of the sheet: recognise, score, check. */
function findingsOf(snapshot: Snapshot): Finding[] {
  return recogniseTables(snapshot).flatMap((table) => {
    const profile = profileById(table.kind === 'rubric' ? 'gd-rubric' : 'cn-mof-2020');
    return runChecks({ table, ...scoreTable(table, profile), profile });
  });
}

const shown = ({ check, cell, severity }: Finding): string =>
  `${check} ${cellName(cell)} ${severity}`;

describe.each(CHECKS.map((check) => check.id))('page of %s', (id) => {
  const page = readPage(id, readFileSync(path.join(FOLDER, id, 'page.md'), 'utf8'));
  const good = page.examples.filter((example) => example.good);
  const bad = page.examples.filter((example) => !example.good);

  test.each(good.map((example) => [example.title, example] as const))(
    'stays silent: %s',
    (_title, example) => {
      const { also } = example;
      const snapshot = sheetOf(example);
      const found = findingsOf(snapshot);
      expect(recogniseTables(snapshot)).toHaveLength(1);
      expect(found.filter(({ check }) => check === id).map(shown)).toEqual([]);
      const others = also.map(({ check, cell }) => `${check} ${cell}`);
      expect(found.map(({ check, cell }) => `${check} ${cellName(cell)}`).sort()).toEqual(
        others.sort(),
      );
    },
  );

  test.each(bad.map((example) => [example.title, example] as const))(
    'speaks, and nothing else does: %s',
    (_title, example) => {
      const { expected, also } = example;
      const snapshot = sheetOf(example);
      const found = findingsOf(snapshot);
      const own = found.filter(({ check }) => check === id);
      expect(own.map(shown)).toEqual(
        expected.map(({ cell, severity }) => `${id} ${cell} ${String(severity)}`),
      );
      const others = found.filter(({ check }) => check !== id);
      expect(others.map(({ check, cell }) => `${check} ${cellName(cell)}`).sort()).toEqual(
        also.map(({ check, cell }) => `${check} ${cell}`).sort(),
      );
      for (const finding of own) {
        for (const language of ['zh-CN', 'en'] as const) {
          for (const text of [finding.message, finding.fix]) {
            const rendered = text === null ? '' : render(text, language);
            expect(rendered).not.toMatch(/[{}]|^check\.|undefined|null|NaN/);
          }
        }
      }
    },
  );
});
