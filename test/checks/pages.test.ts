import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CHECKS, checkOf } from '../../src/checks/registry';
import { evaluateTable } from '../../src/engine/evaluate';
import { render } from '../support/texts';
import { cellName } from '../../src/model/grid';
import type { CheckId } from '../../src/model/check-id';
import type { Finding } from '../../src/model/finding';
import type { TableResult } from '../../src/model/score';
import type { Snapshot } from '../../src/model/snapshot';
import { profileById } from '../../src/profiles/load-profile';
import { recogniseTables } from '../../src/recognise/recognise-tables';
import { readPage, type PageExample, type PageSheet } from '../../build/check-page';
import { snapshotOf } from '../support/snapshot-of';

const FOLDER = path.join(__dirname, '../../src/checks');

const sheetOf = ({ rows, merges, formats, formulas }: PageSheet): Snapshot =>
  snapshotOf({ name: '附表', rows, merges, formats, formulas });

/** What the engine says of the sheet, with the rules that its notes state. */
function resultsOf(sheet: PageSheet, chosen: string | null): TableResult[] {
  return recogniseTables(sheetOf(sheet)).map((table) => {
    const usual = table.kind === 'rubric' ? 'gd-rubric' : 'cn-mof-2020';
    return evaluateTable(table, profileById(chosen ?? usual));
  });
}

/** Of a check over projects what it alone says, with the sheet's number before each cell. */
function findingsOf(
  id: CheckId,
  { sheets, profile }: PageExample,
): (Finding & { readonly at: string })[] {
  const { overProjects } = checkOf(id);
  if (!overProjects) {
    return resultsOf(sheets[0], profile).flatMap(({ findings }) =>
      findings.map((finding) => ({ ...finding, at: finding.cells.map(cellName).join(',') })),
    );
  }
  const projects = sheets.flatMap((sheet, index) =>
    resultsOf(sheet, profile).map((result) => ({ path: String(index + 1), result })),
  );
  return overProjects(projects).map((finding) => ({
    ...finding,
    at: finding.places.map(({ path: of, cell }) => `${of}!${cellName(cell)}`).join(','),
  }));
}

/** What is in the first list more often than in the second. */
function beyond(list: readonly string[], known: readonly string[]): string[] {
  const left = [...known];
  return list.filter((one) => {
    const at = left.indexOf(one);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** Where an example and the checks differ, one sentence each that says what to change. */
function differences(
  id: string,
  { expected, also }: PageExample,
  found: readonly (Finding & { readonly at: string })[],
): string[] {
  const own = found
    .filter(({ check }) => check === id)
    .map(({ at, severity }) => `${at} ${severity}`);
  const wanted = expected.map(({ cell, severity }) => `${cell} ${severity}`);
  const others = found
    .filter(({ check }) => check !== id)
    .map(({ check, cell }) => `${check} ${cellName(cell)}`);
  const allowed = also.map(({ check, cell }) => `${check} ${cell}`);
  return [
    ...beyond(wanted, own).map((line) => `没有报 ${line}：改 check.ts 的条件，或改例子`),
    ...beyond(own, wanted).map((line) => `多报了 ${line}：改 check.ts 的条件，或改例子`),
    ...beyond(others, allowed).map(
      (line) =>
        `还报了 ${line}：说的是同一个错，就在 check.ts 的 silences 里写上它；不是，就在例子末尾加一行“also ${line}”`,
    ),
    ...beyond(allowed, others).map((line) => `没有报 ${line}：删去“also ${line}”一行`),
  ];
}

/** Words of a check in which something is left open, one sentence each that says what to change. */
function unspoken(id: string, found: readonly Finding[]): string[] {
  return found
    .filter(({ check }) => check === id)
    .flatMap(({ message, fix }) => [message, ...(fix === null ? [] : [fix])])
    .flatMap((text) =>
      (['zh-CN', 'en'] as const).flatMap((language) => {
        const rendered = render(text, language);
        const left = /\{\w*\}|[{}]|^check\.\S*|undefined|null|NaN/.exec(rendered)?.[0];
        return left === undefined
          ? []
          : [
              `“${rendered}”里留着“${left}”：在 src/checks/${id}/check.ts 的 texts.${language} 写上这一句，或在那里的 finding 里给出这个值`,
            ];
      }),
    );
}

/** A list or a quote in Chinese marks that no cell of the example has. */
function chineseMarks(found: readonly Finding[], sheets: readonly PageSheet[]): string[] {
  const cells = sheets
    .flatMap(({ rows }) => rows.flat())
    .filter((value) => typeof value === 'string');
  return found
    .flatMap(({ message, fix }) => [message, ...(fix === null ? [] : [fix])])
    .map((text) => render(text, 'en'))
    .filter((rendered) =>
      (rendered.match(/.?[、；「」].?/gu) ?? []).some(
        (mark) => !cells.some((text) => text.includes(mark)),
      ),
    );
}

/** Sheets of an example that are not one form, one sentence each. */
const unread = ({ title, sheets }: PageExample): string[] =>
  sheets
    .map((sheet) => recogniseTables(sheetOf(sheet)).length)
    .flatMap((count, index) =>
      count === 1
        ? []
        : [
            `“${title}”第 ${String(index + 1)} 张表认出 ${String(count)} 张自评表，要正好一张：在 page.md 的这个例子里补上表头（指标、目标值、完成值、分值、得分）`,
          ],
    );

const pages = CHECKS.map(({ id }) => ({ id, file: path.join(FOLDER, id, 'page.md') })).filter(
  ({ file }) => existsSync(file),
);

describe.each(pages)('page of $id', ({ id, file }) => {
  const { examples } = readPage(readFileSync(file, 'utf8'));
  const good = examples.filter((example) => example.good);
  const bad = examples.filter((example) => !example.good);

  // No `test.each`: it refuses a check that is only begun and has no example yet.
  for (const example of good) {
    test(`stays silent: ${example.title}`, () => {
      expect(unread(example)).toEqual([]);
      expect(differences(id, example, findingsOf(id, example))).toEqual([]);
    });
  }

  for (const example of bad) {
    test(`speaks, and nothing else does: ${example.title}`, () => {
      const found = findingsOf(id, example);
      expect(differences(id, example, found)).toEqual([]);
      expect(unspoken(id, found)).toEqual([]);
      expect(chineseMarks(found, example.sheets)).toEqual([]);
    });
  }
});
