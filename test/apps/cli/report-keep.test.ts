import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Io } from '../../../src/apps/cli/io';
import { run } from '../../../src/apps/cli/run';
import { docxText } from '../../../src/report/text/document/docx';

const ROOT = resolve(__dirname, '..', '..', '..');
const FORM = join(ROOT, 'examples', '国家样式-项目支出绩效自评表.xlsx');
const DOCUMENT = 'word/document.xml';
const PROMPT = /【待补充：[^】]*】/;

// Each test writes and reads several files; a busy machine takes its time.
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-keep-'));
  copyFileSync(FORM, join(folder, '附表.xlsx'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function report(...more: readonly string[]) {
  const told = { out: '', err: '' };
  const io: Io = {
    cwd: folder,
    env: {},
    stdout: { isTTY: false, write: (text) => void (told.out += text) },
    stderr: { isTTY: false, write: (text) => void (told.err += text) },
    terminal: null,
    worker: null,
    pages: [join(ROOT, 'src', 'checks')],
    timeLimit: 60,
  };
  const argv = ['report', '附表.xlsx', '--template', 'cn-project', ...more];
  return { status: await run(argv, io), ...told };
}

const bytesOf = (name: string): Buffer => readFileSync(join(folder, name));

function textOf(name: string): string {
  if (!name.endsWith('.docx')) return bytesOf(name).toString('utf8');
  return docxText(strFromU8(unzipSync(bytesOf(name))[DOCUMENT] ?? new Uint8Array()));
}

/** Changes the text (Markdown, or the XML of the main part) as a person's program would save it. */
function edit(name: string, change: (text: string) => string): void {
  const path = join(folder, name);
  if (!name.endsWith('.docx')) {
    writeFileSync(path, change(textOf(name)));
    return;
  }
  const parts = unzipSync(bytesOf(name));
  const document = strFromU8(parts[DOCUMENT] ?? new Uint8Array());
  writeFileSync(path, zipSync({ ...parts, [DOCUMENT]: strToU8(change(document)) }));
}

const FORMATS = ['报告.md', '报告.docx'];

describe.each(FORMATS)('%s', (name) => {
  test('is written again as long as nobody changed it', async () => {
    expect((await report('--out', name)).status).toBe(0);
    const first = bytesOf(name);
    expect((await report('--out', name)).status).toBe(0);
    expect(bytesOf(name).equals(first)).toBe(true);
  });

  test('is not written over once a person has filled in a place', async () => {
    await report('--out', name);
    edit(name, (text) => text.replace(PROMPT, '本项目由区水务局实施。'));
    const theirs = bytesOf(name);
    const { status, err } = await report('--out', name);
    expect(status).toBe(2);
    expect(err).toContain(name);
    expect(err).toContain('--keep');
    expect(bytesOf(name).equals(theirs)).toBe(true);
  });

  test('is written over with --force', async () => {
    await report('--out', name);
    const ours = bytesOf(name);
    edit(name, (text) => text.replace(PROMPT, '本项目由区水务局实施。'));
    expect((await report('--out', name, '--force')).status).toBe(0);
    expect(bytesOf(name).equals(ours)).toBe(true);
  });

  test('keeps what a person wrote with --keep, and says which sections that are', async () => {
    await report('--out', name);
    edit(name, (text) => text.replace(PROMPT, '本项目由区水务局实施。'));
    const theirs = textOf(name);
    const { status, err } = await report('--out', name, '--keep', name);
    expect(status).toBe(0);
    expect(err).toContain('您写的留着（1 节）：项目概况');
    expect(textOf(name)).toBe(theirs);
    // The result is a person's as well.
    expect((await report('--out', name)).status).toBe(2);
  });

  test('a file of one name that this tool never wrote is a person’s', async () => {
    const bytes = Buffer.from(name.endsWith('.md') ? '# 我的报告\n' : 'PK\u0003\u0004 no zip');
    writeFileSync(join(folder, name), bytes);
    expect((await report('--out', name)).status).toBe(2);
    expect(bytesOf(name).equals(bytes)).toBe(true);
  });
});

test('a .md that another program saved with a mark at the start and other line ends is ours', async () => {
  await report('--out', '报告.md');
  edit('报告.md', (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`);
  expect((await report('--out', '报告.md')).status).toBe(0);
});

test('a .docx that another program saved without an edit is ours', async () => {
  await report('--out', '报告.docx');
  // As Word does: runs cut in two, marks of spelling, numbers of revisions.
  edit('报告.docx', (xml) =>
    xml
      .replaceAll('<w:p>', '<w:p w:rsidR="00A1" w14:paraId="1F2E">')
      .replace(
        /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)<w:t([^>]*)>(.)([^<]*)<\/w:t><\/w:r>/g,
        '<w:r>$1<w:t>$3</w:t></w:r><w:proofErr w:type="spellStart"/><w:r>$1<w:t$2>$4</w:t></w:r>',
      ),
  );
  expect((await report('--out', '报告.docx')).status).toBe(0);
});

test('a picture, a comment or a tracked change in a .docx is a person’s work too', async () => {
  await report('--out', '报告.docx');
  const ours = bytesOf('报告.docx');
  for (const more of [
    '<w:p><w:r><w:drawing/></w:r></w:p>',
    '<w:p><w:commentRangeStart w:id="1"/></w:p>',
    '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
    '<w:p><w:pPr><w:rPr><w:ins w:id="3" w:author="a"/></w:rPr></w:pPr></w:p>',
    '<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
  ]) {
    writeFileSync(join(folder, '报告.docx'), ours);
    edit('报告.docx', (xml) => xml.replace('</w:p>', `</w:p>${more}`));
    expect((await report('--out', '报告.docx')).status).toBe(2);
    expect((await report('--out', '报告.docx', '--keep', '报告.docx')).status).toBe(0);
    const kept = strFromU8(unzipSync(bytesOf('报告.docx'))[DOCUMENT] ?? new Uint8Array());
    expect(kept.split(more)).toHaveLength(2);
  }
});

test('whatever paragraphs a person puts into a .docx or rewrites, each is once in what is kept', async () => {
  await report('--out', '报告.docx');
  const ours = bytesOf('报告.docx');
  const change = fc.record({ at: fc.nat(100), instead: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
      writeFileSync(join(folder, '报告.docx'), ours);
      const sentences = changes.map((_, index) => `人写的第${index}句。`);
      changes.forEach(({ at, instead }, index) =>
        edit('报告.docx', (xml) => {
          const paragraphs = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)];
          const place = paragraphs[at % paragraphs.length];
          const [own = '', before = 0] = [place?.[0], place?.index];
          const added = `<w:p><w:r><w:t>${sentences[index] ?? ''}</w:t></w:r></w:p>`;
          const rest = instead && !/人写的|outlineLvl/.test(own) ? '' : own;
          return xml.slice(0, before) + rest + added + xml.slice(before + own.length);
        }),
      );
      expect((await report('--out', '报告.docx')).status).toBe(2);
      expect((await report('--out', '报告.docx', '--keep', '报告.docx')).status).toBe(0);
      expect((await report('--out', '再写.docx', '--keep', '报告.docx')).status).toBe(0);
      for (const name of ['报告.docx', '再写.docx']) {
        for (const sentence of sentences) expect(textOf(name).split(sentence)).toHaveLength(2);
        rmSync(join(folder, name));
      }
    }),
    { numRuns: 8 },
  );
});

test('a report of the first release, which has no mark, is kept where it differs', async () => {
  await report('--out', '报告.md');
  edit('报告.md', (text) =>
    text.replace(/<!--.*-->\n/, '').replace(PROMPT, '本项目由区水务局实施。'),
  );
  expect((await report('--out', '报告.md')).status).toBe(2);
  expect((await report('--out', '报告.md', '--keep', '报告.md')).status).toBe(0);
  expect(textOf('报告.md')).toContain('本项目由区水务局实施。');
  expect((await report('--out', '报告.md')).status).toBe(2);
});

test('properties of a person’s document stay beside the mark', async () => {
  await report('--out', '报告.docx');
  const parts = unzipSync(bytesOf('报告.docx'));
  delete parts['docProps/custom.xml'];
  const left = (path: string, pattern: RegExp) =>
    strToU8(strFromU8(parts[path] ?? new Uint8Array()).replace(pattern, ''));
  const types = left('[Content_Types].xml', /<Override[^>]*custom\.xml[^>]*\/>/);
  const relations = left('_rels/.rels', /<Relationship [^>]*custom\.xml[^>]*\/>/);
  const bare = { ...parts, '[Content_Types].xml': types, '_rels/.rels': relations };
  writeFileSync(join(folder, '无记号.docx'), zipSync(bare));
  expect((await report('--out', '新.docx', '--keep', '无记号.docx')).status).toBe(0);
  const kept = unzipSync(bytesOf('新.docx'));
  expect(strFromU8(kept['docProps/custom.xml'] ?? new Uint8Array())).toContain('jixiao-report-1');
  expect(strFromU8(kept['[Content_Types].xml'] ?? new Uint8Array())).toContain('custom-properties');
  expect((await report('--out', '新.docx')).status).toBe(0);
});

test.each([
  ['报告.docx', '报告.md'],
  ['报告.md', '报告.docx'],
  ['报告.docx', null],
])('what a person wrote in %s is not turned into %s', async (keep, out) => {
  await report('--out', keep);
  const before = bytesOf(keep);
  const { status, err } = await report('--keep', keep, ...(out === null ? [] : ['--out', out]));
  expect(status).toBe(2);
  expect(err).toContain(keep);
  expect(bytesOf(keep).equals(before)).toBe(true);
});

test('a report to keep that is not there is an error, and nothing is written', async () => {
  expect((await report('--out', 'a.md', '--keep', 'nothing.md')).status).toBe(2);
  expect(() => bytesOf('a.md')).toThrow('ENOENT');
});
