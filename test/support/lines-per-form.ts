import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluate } from '../../src/engine/evaluate';
import { findingList } from '../../src/engine/finding-list';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { review } from '../../src/engine/review';
import { createFileHost } from '../../src/hosts/file/file-host';
import { isFailure } from '../../src/model/failure';

/**
 * `npm run lines -- FOLDER…` counts findings and lines of every self-evaluation under the folders and
 * writes them into docs/lines-per-form.md, beside what a person who saw only the cells wrote down as
 * needed (test/fixtures/lines-needed.txt).
 */

interface Judged {
  readonly needed: number;
  readonly missing: readonly string[];
  /** Lines that the person had overlooked and agrees with. */
  readonly overlooked: number;
}

interface Counted {
  readonly name: string;
  /** Self-evaluations in the workbook. */
  readonly tables: number;
  readonly findings: number;
  readonly lines: number;
  readonly judged: Judged | null;
}

const DOCUMENT = resolve(__dirname, '../../docs/lines-per-form.md');
const NEEDED = resolve(__dirname, '../fixtures/lines-needed.txt');
const [BEGIN, END] = ['<!-- 表由 npm run lines 生成 -->', '<!-- 表完 -->'];

function judgements(): ReadonlyMap<string, Judged> {
  const lines = readFileSync(NEEDED, 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [name = '', needed = '', missing = '', overlooked = ''] = line
          .split('|')
          .map((part) => part.trim());
        return [
          name,
          {
            needed: Number(needed),
            missing: missing === '' ? [] : missing.split('；'),
            overlooked: Number(overlooked),
          },
        ];
      }),
  );
}

const workbooksUnder = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) =>
      statSync(path).isDirectory() ? workbooksUnder(path) : path.endsWith('.xlsx') ? [path] : [],
    );

async function count(path: string, judged: ReadonlyMap<string, Judged>): Promise<Counted | null> {
  try {
    const host = await createFileHost(new Uint8Array(readFileSync(path)));
    const snapshot = await host.read();
    const result = evaluate(snapshot, DEFAULT_OPTIONS);
    const found = review(snapshot, result, DEFAULT_OPTIONS);
    const name = basename(path, '.xlsx');
    return {
      name,
      tables: result.tables.length,
      findings: found.length,
      lines: findingList(found).length,
      judged: judged.get(name) ?? null,
    };
  } catch (reason) {
    if (isFailure(reason)) return null;
    throw reason;
  }
}

/** Lines that nobody needs to act on: what is shown without what is needed and was shown. */
const idle = ({ lines, judged }: Counted): number | null =>
  judged && Math.max(0, lines - (judged.needed - judged.missing.length) - judged.overlooked);

const sumOf = (forms: readonly Counted[], read: (form: Counted) => number | null): number =>
  forms.reduce((total, form) => total + (read(form) ?? 0), 0);

function rowOf(form: Counted): string {
  const { name, findings, lines, judged } = form;
  const cells = judged
    ? [judged.needed, judged.missing.join('；'), judged.overlooked || '', idle(form) || '']
    : ['没有先判', '', '', ''];
  return `| ${[name, findings, lines, ...cells].join(' | ')} |`;
}

function tableOf(forms: readonly Counted[]): string {
  const judged = forms.filter((form) => form.judged !== null);
  const total = [
    `先判的 ${String(judged.length)} 份合计`,
    sumOf(judged, ({ findings }) => findings),
    sumOf(judged, ({ lines }) => lines),
    sumOf(judged, (form) => form.judged?.needed ?? null),
    sumOf(judged, (form) => form.judged?.missing.length ?? null),
    sumOf(judged, (form) => form.judged?.overlooked ?? null),
    sumOf(judged, idle),
  ];
  const most = Math.max(...forms.map(({ lines, tables }) => lines / tables));
  return [
    `${String(forms.length)} 份表，${String(sumOf(forms, ({ findings }) => findings))} 条问题，${String(sumOf(forms, ({ lines }) => lines))} 行，一张表最多 ${String(most)} 行。`,
    '',
    '| 表 | 问题 | 行 | 要动手 | 要动手而没有列的 | 看了列表才认的 | 可以不动的行 |',
    '| --- | --: | --: | --: | --- | --: | --: |',
    ...forms.map(rowOf),
    `| ${total.join(' | ')} |`,
  ].join('\n');
}

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const judged = judgements();
  const counted = await Promise.all(
    positionals.flatMap(workbooksUnder).map((path) => count(path, judged)),
  );
  const forms = counted.filter((one) => one !== null).filter(({ tables }) => tables > 0);
  const document = readFileSync(DOCUMENT, 'utf8');
  const [before = ''] = document.split(BEGIN);
  const [, after = ''] = document.split(END);
  writeFileSync(DOCUMENT, `${before}${BEGIN}\n\n${tableOf(forms)}\n\n${END}${after}`);
}

void main();
