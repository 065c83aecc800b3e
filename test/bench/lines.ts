import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { deflate, inflate } from '../../src/apps/cli/read-input';
import { evaluate } from '../../src/engine/evaluate';
import { DEFAULT_OPTIONS } from '../../src/engine/options';
import { planPatch } from '../../src/engine/plan';
import { createFileHost } from '../../src/hosts/file/file-host';
import { plainText } from '../../src/scoring/rubric/plain-text';
import { scoreByStandard } from '../../src/scoring/rubric/score-standard';
import { roundTrips } from './excel-round-trips';
import { largeForm, largeRows, largeSnapshot, largeWorkbook } from './large-sheet';
import { medians, type Budget, type Work } from './measure';
import { BLANK_SCORES, workbookOf34Parts } from './workbook-of-34-parts';

/**
 * Our steps against a peer inside the same run, so that the ratio means the same on every machine.
 * Goals are told, not asserted. Runs bundled, from the repository's root (`bench.ts`). The peers:
 *
 * - rows: `JSON.parse` of one object per row with the heads as keys, which is how programs exchange
 *   rows; without a goal also of bare arrays, the least a program can be sent.
 * - inflate: Node's zlib over the same compressed entries, nothing else.
 * - @e965/xlsx: `read` of the same bytes into dense sheets, with formulas and formats as we keep them.
 * - zlib alone: what no form can be scored without, its parts inflated and the written ones deflated.
 * - copying: Node's zlib over every entry, inflated and deflated again; no directory, no checksums.
 * - cell by cell: the stand-in for Excel behind Microsoft's own client, one sync for each cell read or
 *   written. Round trips are counted, not timed.
 */

interface Line {
  readonly what: string;
  readonly peer: string;
  /** Medians in milliseconds, or what is counted. */
  readonly ours: number;
  readonly theirs: number | null;
  readonly amount: 'ms' | '次';
  /** ours ÷ theirs (theirs ÷ ours where the goal is a least), or milliseconds where it is a time. */
  readonly measured: number;
  /** Null: only to compare. */
  readonly goal: number | null;
  readonly bound: '≤' | '≥';
  readonly unit: '×' | 'ms';
  readonly met: boolean | null;
}

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, out: { type: 'string' } },
});
const budget: Budget = values.quick
  ? { milliseconds: 300, rounds: 3 }
  : { milliseconds: 4000, rounds: 9 };

async function against(
  what: string,
  ours: Work,
  peer: string,
  theirs: Work,
  goal: number | null,
): Promise<Line> {
  const [mine = NaN, other = NaN] = await medians([ours, theirs], budget);
  const measured = mine / other;
  return {
    what,
    peer,
    ours: mine,
    theirs: other,
    amount: 'ms',
    measured,
    goal,
    bound: '≤',
    unit: '×',
    met: goal === null ? null : measured <= goal,
  };
}

async function engineLines(): Promise<readonly Line[]> {
  const lines: Line[] = [];
  const perRow: number[] = [];
  for (const count of [10_000, 100_000]) {
    const snapshot = largeSnapshot(count);
    const what = `识别＋评分＋核查 ${String(count)} 个指标`;
    const ours = () => evaluate(snapshot, DEFAULT_OPTIONS);
    const objects = JSON.stringify(largeRows(count));
    const arrays = JSON.stringify(largeForm(count));
    const line = await against(
      what,
      ours,
      'JSON.parse 同样的行（每行一个对象）',
      () => JSON.parse(objects) as unknown,
      2.5,
    );
    perRow.push(line.ours / count);
    lines.push(
      line,
      await against(
        what,
        ours,
        'JSON.parse 同样的行（裸数组）',
        () => JSON.parse(arrays) as unknown,
        null,
      ),
    );
  }
  const [few = NaN, many = NaN] = perRow;
  const measured = many / few;
  const [small, , large] = lines;
  lines.push({
    what: '每个指标的时间，100000 对 10000',
    peer: '线性即 1',
    ours: large?.ours ?? NaN,
    theirs: small?.ours ?? NaN,
    amount: 'ms',
    measured,
    goal: 1.5,
    bound: '≤',
    unit: '×',
    met: measured <= 1.5,
  });
  return lines;
}

async function openingLines(): Promise<readonly Line[]> {
  const { read } = await import('@e965/xlsx');
  const bytes = largeWorkbook(10_000);
  const entries = compressedEntries(bytes);
  const open = async () =>
    (await createFileHost(bytes, { fileName: 'bench.xlsx', inflate, deflate })).read();
  return [
    await against(
      '打开 10000 行的 .xlsx',
      open,
      '只解压（Node zlib）',
      () => entries.map((entry) => inflateRawSync(entry)),
      12,
    ),
    await against(
      '打开 10000 行的 .xlsx',
      open,
      '@e965/xlsx（dense）',
      () => read(bytes, { dense: true, cellFormula: true, cellNF: true }),
      0.25,
    ),
  ];
}

/** The deflated bytes of every entry, found through the local headers (no data descriptors here). */
function compressedEntries(bytes: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Uint8Array[] = [];
  let at = 0;
  while (view.getUint32(at, true) === 0x04034b50) {
    const size = view.getUint32(at + 18, true);
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    if (view.getUint16(at + 8, true) === 8) entries.push(bytes.subarray(start, start + size));
    at = start + size;
  }
  return entries;
}

async function score(bytes: Uint8Array, fileName: string): Promise<Uint8Array> {
  const host = await createFileHost(bytes, { fileName, inflate, deflate });
  const snapshot = await host.read();
  const result = evaluate(snapshot, DEFAULT_OPTIONS);
  await host.apply(planPatch(snapshot, result, DEFAULT_OPTIONS));
  return host.bytes();
}

/** A form of 评分标准 of so many rows, each with facts to hold against it; the peer is one pass of every text. */
async function rubricLine(): Promise<Line> {
  const cases = readFileSync('test/fixtures/standards-of-places.txt', 'utf8')
    .trim()
    .split('\n\n')
    .flatMap((block) => {
      const [head = '', line = ''] = block.split('\n');
      const [criteria = '', weight = '', name = ''] = head.split(' | ');
      const [told = ''] = line.split(' => ');
      return told === '' ? [] : [{ criteria, weight: Number(weight), name, told }];
    });
  const rows = 30;
  let from = 0;
  const form = (): typeof cases => {
    from = (from + rows) % (cases.length - rows);
    return cases.slice(from, from + rows);
  };
  const [ours = NaN, plain = NaN] = await medians(
    [
      () => {
        for (const { criteria, weight, name, told } of form())
          scoreByStandard(criteria, weight, { name, told, execution: null }, 2);
      },
      () => form().map(({ criteria, told }) => [plainText(criteria), plainText(told)]),
    ],
    budget,
  );
  return {
    what: `一张 ${String(rows)} 行的评分表：读评分标准、按自评情况算分`,
    peer: '把同样的文字归一（全角、空白、数字）一遍',
    ours,
    theirs: plain,
    amount: 'ms',
    measured: ours / plain,
    goal: null,
    bound: '≤',
    unit: '×',
    met: null,
  };
}

async function batchLine(): Promise<Line> {
  const forms = readdirSync('examples')
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => readFileSync(join('examples', name)));
  const count = 200;
  const each = async (work: (at: number) => unknown) => {
    for (let at = 0; at < count; at += 1) await work(at % forms.length);
  };
  const inputs = forms.map(compressedEntries);
  const outputs = await Promise.all(
    forms.map(async (form) =>
      compressedEntries(await score(form, 'form.xlsx')).map((entry) => inflateRawSync(entry)),
    ),
  );
  const [ours = NaN, zlib = NaN] = await medians(
    [
      () => each((at) => score(forms[at] ?? new Uint8Array(), 'form.xlsx')),
      () =>
        each((at) => [
          inputs[at]?.map((entry) => inflateRawSync(entry)),
          outputs[at]?.map((content) => deflate(content)),
        ]),
    ],
    values.quick ? { milliseconds: 0, rounds: 1 } : budget,
  );
  const measured = ours / count;
  return {
    what: `打开→评分→写回，${String(count)} 份真实大小的表，每份`,
    peer: '只把原来的解压、写出的压缩（Node zlib）',
    ours: measured,
    theirs: zlib / count,
    amount: 'ms',
    measured,
    goal: 2.5,
    bound: '≤',
    unit: 'ms',
    met: measured <= 2.5,
  };
}

async function writeBackLine(): Promise<Line> {
  const bytes = workbookOf34Parts();
  const options = { ...DEFAULT_OPTIONS, flags: false, summary: false, outline: false };
  const opened = await createFileHost(bytes, { fileName: 'parts.xlsm', inflate, deflate });
  const snapshot = await opened.read();
  const patch = planPatch(snapshot, evaluate(snapshot, options), options);
  const written = patch.values
    .flatMap((block) => block.values.flat())
    .filter((value) => value !== undefined);
  if (written.length !== BLANK_SCORES) {
    throw new Error(
      `the patch writes ${String(written.length)} cells, not ${String(BLANK_SCORES)}`,
    );
  }
  const entries = compressedEntries(bytes);
  return against(
    '把 25 个得分写回 34 个部件的工作簿',
    async () => {
      const host = await createFileHost(bytes, { fileName: 'parts.xlsm', inflate, deflate });
      await host.read();
      await host.apply(patch);
      return host.bytes();
    },
    '逐个条目解压再压缩（Node zlib）',
    () => entries.map((entry) => deflateRawSync(inflateRawSync(entry))),
    2,
  );
}

/** Counts, not times: what a person waits for in Excel is the round trips. */
async function excelLine(): Promise<Line> {
  const rows = 300;
  const { ours, cellByCell } = await roundTrips(rows);
  const measured = cellByCell / ours;
  return {
    what: `Excel 加载项读、评、标注 ${String(rows)} 行的往返`,
    peer: '逐格读写，一格一次往返',
    ours,
    theirs: cellByCell,
    amount: '次',
    measured,
    goal: 100,
    bound: '≥',
    unit: '×',
    met: measured >= 100,
  };
}

function print(lines: readonly Line[]): void {
  const number = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(1));
  const told = (value: number, amount: Line['amount']) =>
    `${amount === 'ms' ? number(value) : String(value)} ${amount}`;
  console.log('| 做什么 | 对照 | 本工具 | 对照用 | 结果 | 目标 | |');
  console.log('| --- | --- | ---: | ---: | ---: | ---: | --- |');
  for (const line of lines) {
    const cells = [
      line.what,
      line.peer,
      told(line.ours, line.amount),
      line.theirs === null ? '' : told(line.theirs, line.amount),
      `${number(line.measured)} ${line.unit}`,
      line.goal === null ? '' : `${line.bound} ${String(line.goal)} ${line.unit}`,
      line.met === null ? '' : line.met ? '达到' : '未达到',
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

async function main(): Promise<void> {
  const lines = [
    ...(await engineLines()),
    ...(await openingLines()),
    await rubricLine(),
    await batchLine(),
    await writeBackLine(),
    await excelLine(),
  ];
  print(lines);
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? '', cores: cpus().length };
  const path = values.out ?? 'bench.json';
  writeFileSync(path, JSON.stringify({ machine, quick: values.quick, lines }, null, 2) + '\n');
  console.log(`\n${path}`);
}

void main();
