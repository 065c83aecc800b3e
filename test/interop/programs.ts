import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

export interface SeenCell {
  readonly value: string | number | boolean | null;
  readonly formula: string | null;
  readonly fill: string | null;
  readonly note: string | null;
}

export interface SeenSheet {
  readonly name: string;
  readonly cells: Readonly<Record<string, SeenCell>>;
  readonly charts: number;
  readonly merges: readonly string[];
}

export interface SeenWorkbook {
  readonly sheets: readonly SeenSheet[];
}

/** What openpyxl sees in each workbook. */
export function readWithOpenpyxl(paths: readonly string[]): readonly SeenWorkbook[] {
  const script = join(__dirname, 'read_with_openpyxl.py');
  const lines = execFileSync('/usr/bin/python3', [script, ...paths], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SeenWorkbook);
}

/**
 * A LibreOffice profile that recalculates every formula when it opens a workbook. Without it
 * LibreOffice shows the stored results, and nothing would be tested.
 */
export function recalculatingProfile(folder: string): string {
  const profile = join(folder, 'libreoffice-profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(
    join(profile, 'user', 'registrymodifications.xcu'),
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>' +
      '</oor:items>\n',
  );
  return profile;
}

/** Opens workbooks in LibreOffice and saves them again as .xlsx. Gives the new paths. */
export function resaveWithLibreOffice(
  paths: readonly string[],
  profile: string,
  folder: string,
): readonly string[] {
  mkdirSync(folder, { recursive: true });
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${profile}`,
      '--headless',
      '--norestore',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      folder,
      ...paths,
    ],
    { stdio: 'ignore', timeout: 300_000 },
  );
  return paths.map((path) => join(folder, `${basename(path, extname(path))}.xlsx`));
}
