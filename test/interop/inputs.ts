import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { workbookOf34Parts } from '../bench/workbook-of-34-parts';
import { richWorkbook } from '../support/rich-workbook';
import { generatedForm } from './generated-forms';

export const ROOT = resolve(__dirname, '..', '..');

/** Workbooks to be scored: the examples, generated forms, and two with parts of every kind. */
export function writeInputs(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const examples = readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.xlsx'));
  const made: readonly (readonly [string, Uint8Array])[] = [
    ...examples.map((name) => [name, readFileSync(join(ROOT, 'examples', name))] as const),
    ...[1, 2, 3, 4, 5].map(
      (seed) => [`generated-${seed}.xlsx`, generatedForm(seed, 6 + seed * 9)] as const,
    ),
    ['parts.xlsm', workbookOf34Parts()],
    ['rich.xlsm', richWorkbook()],
  ];
  return made.map(([name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
}
