import { unzipSync } from 'fflate';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Io } from '../../../src/apps/cli/io';
import { openBook } from '../../../src/apps/cli/open-book';
import { run } from '../../../src/apps/cli/run';
import { evaluate } from '../../../src/engine/evaluate';
import { knownColumns } from '../../../src/engine/known-columns';
import { DEFAULT_OPTIONS } from '../../../src/engine/options';
import { REPORT_TEXT_CHECKS } from '../../../src/report/text/checks/registry';
import { CHECKS } from '../../../src/checks/registry';
import type { DocumentJson, FileJson } from '../../../src/report/result-json';
import { buildSheet } from '../../support/workbook-builder';

const ROOT = resolve(__dirname, '..', '..', '..');
const NATIONAL = '国家样式-项目支出绩效自评表.xlsx';
const SICHUAN = '四川样式-部门预算项目支出绩效自评表.xlsx';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-run-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Told {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function jixiao(argv: readonly string[], more: Partial<Io> = {}): Promise<Told> {
  const out: string[] = [];
  const err: string[] = [];
  const status = await run(argv, {
    cwd: folder,
    env: {},
    stdout: { isTTY: false, write: (text) => void out.push(text) },
    stderr: { isTTY: false, write: (text) => void err.push(text) },
    terminal: null,
    worker: null,
    pages: [join(ROOT, 'src', 'checks'), join(ROOT, 'src', 'report', 'text', 'checks')],
    timeLimit: 60,
    ...more,
  });
  return { status, out: out.join(''), err: err.join('') };
}

function put(name: string, from = NATIONAL): string {
  const path = join(folder, name);
  mkdirSync(resolve(path, '..'), { recursive: true });
  copyFileSync(join(ROOT, 'examples', from), path);
  return path;
}

const HEAD = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
];

/** A form without any mistake. */
function cleanForm(): Uint8Array {
  return buildSheet([
    ['项目支出绩效自评表（2023年度）'],
    HEAD,
    ['产出指标', '数量指标', '修缮校舍数量', '≥10栋', '10栋', 30, 30],
    [null, '质量指标', '工程验收合格率', '100%', '100%', 20, 20],
    ['效益指标', '社会效益指标', '受益学生人数', '≥2000人', '2100人', 30, 30],
    [
      '满意度指标',
      '服务对象满意度指标',
      '家长满意度',
      '≥90%',
      '92%',
      20,
      19,
      '个别班级通风不足，将增设设备',
    ],
    ['总分', null, null, null, null, 100, 99],
  ]);
}

function documentOf({ out }: Told): DocumentJson {
  return JSON.parse(out) as DocumentJson;
}

function filesOf(told: Told): readonly FileJson[] {
  return documentOf(told).files.flatMap((file) => (file.ok ? [file] : []));
}

describe('help', () => {
  test('without a command, and with --help or help', async () => {
    for (const argv of [[], ['--help'], ['-h'], ['help']]) {
      const { status, out, err } = await jixiao(argv);
      expect(status).toBe(0);
      expect(out).toContain('用法：jixiao <命令>');
      expect(err).toBe('');
    }
  });

  test.each([
    'score',
    'check',
    'fix',
    'report',
    'verify',
    'summary',
    'clear',
    'profiles',
    'templates',
    'rules',
  ])('%s shows its use and examples', async (command) => {
    const { status, out } = await jixiao([command, '没有.xlsx', '--help']);
    expect(status).toBe(0);
    expect(out).toContain(`用法：jixiao ${command}`);
    expect(out).toMatch(/例：\n {2}jixiao /);
    expect((await jixiao(['help', command])).out).toBe(out);
  });

  test('every option of a command is in its help', async () => {
    const options = {
      score: [
        'out',
        'profile',
        'map',
        'overwrite',
        'no-flags',
        'no-summary',
        'no-outline',
        'json',
        'ndjson',
        'shard',
      ],
      check: ['profile', 'map', 'format', 'max-warnings', 'ndjson', 'shard'],
      summary: ['out', 'group', 'profile', 'map', 'force', 'json'],
      report: ['template', 'out', 'keep', 'force', 'profile', 'map'],
      verify: ['with', 'sheet', 'json', 'format', 'out', 'comments', 'max-warnings'],
      fix: ['only', 'dry-run', 'out', 'profile', 'map', 'json'],
      clear: ['out'],
    };
    for (const [command, names] of Object.entries(options)) {
      const { out } = await jixiao([command, '--help']);
      for (const name of names) expect(out).toContain(`--${name}`);
    }
  });

  test('in English when asked', async () => {
    const { out } = await jixiao(['score', '--help'], { env: { JIXIAO_LANG: 'en' } });
    expect(out).toContain('Usage: jixiao score');
  });
});

describe('wrong usage', () => {
  test.each([
    [['nope'], '没有“nope”这个命令'],
    [['constructor'], '没有“constructor”这个命令'],
    [['score'], '没有说要处理哪个文件'],
    [['score', 'a.xlsx', '--nope'], '没有“--nope”这个选项'],
    [['score', 'a.xlsx', '--map', 'x=1'], '--map'],
    [['check', 'a.xlsx', '--max-warnings', 'x'], '--max-warnings'],
    [['check', 'a.xlsx', '--format', 'xml'], 'xml'],
    [['score', 'a.xlsx', '--profile', 'nope'], 'nope'],
    [['report', 'a.xlsx'], '--template'],
    [['report', 'a.xlsx', '--template', 'nope'], 'nope'],
    [['report', 'a.xlsx', '--template', 'cn-project', '--out', 'a.pdf'], 'a.pdf'],
    [['rules', 'nope'], 'nope'],
    [['profiles', 'nope'], 'nope'],
    [['templates', 'nope'], 'nope'],
    [['rules', 'a', 'b'], 'b'],
    [['verify'], '没有说要处理哪个文件'],
  ])('%j ends with 2 and says so', async (argv, text) => {
    const { status, out, err } = await jixiao(argv);
    expect(status).toBe(2);
    expect(err).toContain(text);
    expect(err).not.toMatch(/\bat .*:\d+/);
    expect(out).toBe('');
  });

  test('with --json stdout is still one document', async () => {
    const told = await jixiao(['score', '--json']);
    expect(told.status).toBe(2);
    expect(JSON.parse(told.out)).toMatchObject({
      version: 1,
      files: [],
      error: { code: 'usage-no-input' },
    });
  });
});

describe('score', () => {
  test('writes the result beside, not over, and counts errors in its status', async () => {
    const input = put('表/a.xlsx');
    const before = readFileSync(input);
    const { status, out, err } = await jixiao(['score', '表/a.xlsx']);
    expect(status).toBe(1);
    expect(out).toContain('jixiao-out/a.xlsx');
    expect(err).toBe('');
    expect(readFileSync(input).equals(before)).toBe(true);
    expect(readdirSync(join(folder, 'jixiao-out'))).toEqual(['a.xlsx']);
  });

  test('ends with 0 where there is no error', async () => {
    writeFileSync(join(folder, 'a.xlsx'), cleanForm());
    const told = await jixiao(['score', 'a.xlsx', '--json']);
    expect(
      filesOf(told)[0]?.tables[0]?.findings.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
    expect(told.status).toBe(0);
  });

  test('--json is the document of the contract and nothing else', async () => {
    put('a.xlsx');
    const told = await jixiao(['score', 'a.xlsx', '--json', '--out', 'r']);
    const document = documentOf(told);
    expect(Object.keys(document)).toEqual(['version', 'engine', 'files']);
    expect(document.engine).toBe('0.2.0');
    expect(document.files).toHaveLength(1);
    expect(document.files[0]).toMatchObject({
      path: 'a.xlsx',
      ok: true,
      format: 'xlsx',
      profile: { id: 'cn-mof-2020' },
      outputs: { workbook: join('r', 'a.xlsx') },
    });
    const [table] = filesOf(told)[0]?.tables ?? [];
    expect(table?.indicators).toHaveLength(16);
    expect(table?.columns).toMatchObject({ score: 'G', weight: 'F' });
  });

  test('the same input gives the same JSON and the same file', async () => {
    put('a.xlsx');
    const first = await jixiao(['score', 'a.xlsx', '--json']);
    const bytes = readFileSync(join(folder, 'jixiao-out', 'a.xlsx'));
    const second = await jixiao(['score', 'a.xlsx', '--json']);
    expect(second).toEqual(first);
    expect(readFileSync(join(folder, 'jixiao-out', 'a.xlsx')).equals(bytes)).toBe(true);
  });

  test('a bad file is said and the good ones are done', async () => {
    put('a.xlsx');
    writeFileSync(join(folder, 'b.xlsx'), '不是工作簿');
    writeFileSync(join(folder, 'c.xlsx'), '');
    put('d.xlsx', SICHUAN);
    const told = await jixiao(['score', '.', '没有.xlsx', '--json']);
    const document = documentOf(told);
    expect(told.status).toBe(2);
    expect(document.files.map(({ path, ok }) => [path, ok])).toEqual([
      ['a.xlsx', true],
      ['b.xlsx', false],
      ['c.xlsx', false],
      ['d.xlsx', true],
      ['没有.xlsx', false],
    ]);
    for (const file of document.files) {
      if (file.ok) continue;
      expect(file.error.message).toMatch(/[\u4e00-\u9fff]/);
      expect(file.error.hint).toMatch(/[\u4e00-\u9fff]/);
      expect(file.error.message).not.toContain('error.');
    }
    expect(readdirSync(join(folder, 'jixiao-out')).sort()).toEqual(['a.xlsx', 'd.xlsx']);
  });

  test('a result never goes over an input, by whatever name', async () => {
    const input = put('a.xlsx');
    const before = readFileSync(input);
    symlinkSync(folder, join(folder, 'link'));
    mkdirSync(join(folder, 'r'));
    symlinkSync(input, join(folder, 'r', 'a.xlsx'));
    for (const out of ['.', folder, 'link', 'r']) {
      const told = await jixiao(['score', 'a.xlsx', '--out', out, '--json']);
      expect(told.status).toBe(2);
      expect(documentOf(told).files[0]).toMatchObject({
        ok: false,
        error: { code: 'output-is-input' },
      });
    }
    expect(readFileSync(input).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['a.xlsx', 'link', 'r']);
  });

  test('a result never goes over another input of the run', async () => {
    put('甲/a.xlsx');
    const other = put('乙/a.xlsx', SICHUAN);
    const before = readFileSync(other);
    const told = await jixiao(['score', '甲/a.xlsx', '乙/a.xlsx', '--out', '.', '--json']);
    expect(documentOf(told).files.map(({ ok }) => ok)).toEqual([false, false]);
    expect(readFileSync(other).equals(before)).toBe(true);
  });

  test('a file that is not ours is left alone, a result of ours is replaced', async () => {
    put('a.xlsx');
    put('jixiao-out/a.xlsx', SICHUAN);
    const refused = await jixiao(['score', 'a.xlsx', '--json']);
    expect(documentOf(refused).files[0]).toMatchObject({ error: { code: 'output-exists' } });
    rmSync(join(folder, 'jixiao-out'), { recursive: true });
    await jixiao(['score', 'a.xlsx', '--no-summary', '--no-outline', '--no-flags']);
    const small = statSync(join(folder, 'jixiao-out', 'a.xlsx')).size;
    expect((await jixiao(['score', 'a.xlsx'])).status).toBe(1);
    expect(statSync(join(folder, 'jixiao-out', 'a.xlsx')).size).toBeGreaterThan(small);
  });

  test('files of one name from several folders do not overwrite each other', async () => {
    put('甲/附表.xlsx');
    put('乙/附表.xlsx', SICHUAN);
    const told = await jixiao(['score', '甲', '乙', '--json']);
    expect(filesOf(told).map(({ outputs }) => outputs.workbook)).toEqual([
      join('jixiao-out', '甲', '附表.xlsx'),
      join('jixiao-out', '乙', '附表.xlsx'),
    ]);
  });

  test('a workbook without a form is told and nothing is written', async () => {
    writeFileSync(
      join(folder, 'a.xlsx'),
      buildSheet([['通讯录'], ['姓名', '电话'], ['张三', '略']]),
    );
    const told = await jixiao(['score', 'a.xlsx', '--json']);
    expect(told.status).toBe(0);
    expect(documentOf(told).files[0]).toMatchObject({
      ok: true,
      outputs: { workbook: null },
      tables: [],
    });
    expect(told.err).toContain('没有找到绩效自评表');
    expect(existsSync(join(folder, 'jixiao-out'))).toBe(false);
  });

  test('--map says which column is which', async () => {
    put('a.xlsx');
    const told = await jixiao(['score', 'a.xlsx', '--map', 'weight=G,score=F', '--json']);
    expect(filesOf(told)[0]?.tables[0]?.columns).toMatchObject({ weight: 'G', score: 'F' });
  });

  test('a profile of one’s own is read from a file', async () => {
    put('a.xlsx');
    const { out } = await jixiao(['profiles', 'cn-mof-2020']);
    const own = { ...(JSON.parse(out) as object), id: 'our-city', title: '本市口径' };
    writeFileSync(join(folder, '口径.json'), JSON.stringify(own));
    const told = await jixiao(['score', 'a.xlsx', '--profile', '口径.json', '--json']);
    expect(filesOf(told)[0]?.profile).toEqual({ id: 'our-city', title: '本市口径' });
    writeFileSync(join(folder, '坏.json'), '{"id": 1}');
    const bad = await jixiao(['score', 'a.xlsx', '--profile', '坏.json']);
    expect(bad.status).toBe(2);
    expect(bad.err).toMatch(/[\u4e00-\u9fff]/);
  });

  test('the columns that a profile file names are taken, and --map goes before them', async () => {
    put('a.xlsx');
    await jixiao(['score', 'a.xlsx']);
    const path = join(folder, 'jixiao-out', 'a.xlsx');
    const snapshot = await (await openBook(readFileSync(path), path)).read();
    const { ledger } = snapshot;
    if (!ledger) throw new Error('the workbook keeps what was chosen');
    const result = evaluate(snapshot, DEFAULT_OPTIONS);
    const sheet = result.tables[0]?.table.sheet ?? '';
    const mapping = { [sheet]: { weight: 'G', score: 'F' } };
    const columns = knownColumns({ ...snapshot, ledger: { ...ledger, mapping } }, result);
    expect(columns).toHaveLength(1);
    const { out } = await jixiao(['profiles', 'cn-mof-2020']);
    const own = { ...(JSON.parse(out) as object), id: 'our-city', title: '本市口径', columns };
    writeFileSync(join(folder, '口径.json'), JSON.stringify(own));
    for (const command of ['score', 'check']) {
      const told = await jixiao([command, 'a.xlsx', '--profile', '口径.json', '--json']);
      expect(filesOf(told)[0]?.tables[0]?.columns).toMatchObject({ weight: 'G', score: 'F' });
    }
    const map = ['--map', 'weight=F,score=G'];
    const mapped = await jixiao(['check', 'a.xlsx', '--profile', '口径.json', '--json', ...map]);
    expect(filesOf(mapped)[0]?.tables[0]?.columns).toMatchObject({ weight: 'F', score: 'G' });
  });
});

describe('check', () => {
  test('writes nothing, lists every finding with what to do', async () => {
    put('a.xlsx');
    const { status, out } = await jixiao(['check', 'a.xlsx']);
    expect(status).toBe(1);
    expect(out).toMatch(/ {4}G\d+ {2}错误(?: [\d.]+ 分)? {2}/);
    expect(out).toContain('怎么办：');
    expect(out).not.toContain('\u001b[');
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
  });

  test('colours on a terminal only, and not against NO_COLOR', async () => {
    put('a.xlsx');
    const texts: string[] = [];
    const stdout = { isTTY: true, write: (text: string) => void texts.push(text) };
    await jixiao(['check', 'a.xlsx'], { stdout });
    expect(texts.join('')).toContain('\u001b[');
    texts.length = 0;
    await jixiao(['check', 'a.xlsx'], { stdout, env: { NO_COLOR: '1' } });
    expect(texts.join('')).not.toContain('\u001b[');
  });

  test('--max-warnings makes too many warnings an error', async () => {
    const rows = [
      ['项目支出绩效自评表（2023年度）'],
      HEAD,
      ['产出指标', '数量指标', '修缮校舍数量', '≥10栋', '≥10栋', 50, 50],
      ['效益指标', '社会效益指标', '受益学生人数', '≥2000人', '2100人', 50, 50],
      ['总分', null, null, null, null, 100, 100],
    ];
    writeFileSync(join(folder, 'a.xlsx'), buildSheet(rows));
    const counted = await jixiao(['check', 'a.xlsx', '--format', 'json']);
    const severities =
      filesOf(counted)[0]?.tables[0]?.findings.map(({ severity }) => severity) ?? [];
    const warnings = severities.filter((severity) => severity === 'warning').length;
    expect(severities).not.toContain('error');
    expect(warnings).toBeGreaterThan(0);
    expect(counted.status).toBe(0);
    expect((await jixiao(['check', 'a.xlsx', '--max-warnings', String(warnings)])).status).toBe(0);
    expect((await jixiao(['check', 'a.xlsx', '--max-warnings', String(warnings - 1)])).status).toBe(
      1,
    );
  });

  test('json is the document of score without outputs', async () => {
    put('a.xlsx');
    const checked = filesOf(await jixiao(['check', 'a.xlsx', '--format', 'json']));
    const scored = filesOf(await jixiao(['score', 'a.xlsx', '--json']));
    expect(checked[0]?.outputs).toEqual({ workbook: null });
    const [before, after] = [checked, scored].map((files) => files[0]?.tables ?? []);
    const unsettled = (tables: typeof before): unknown =>
      tables?.map((table) => ({
        ...table,
        findings: table.findings.map((finding) => ({ ...finding, status: 'open' })),
      }));
    expect(before).toEqual(unsettled(after));
  });

  test('markdown is a table in which text of the sheet stays text', async () => {
    writeFileSync(
      join(folder, 'a.xlsx'),
      buildSheet([
        ['项目支出绩效自评表（2023年度）'],
        HEAD,
        ['产出指标', '数量指标', '<img src=x>|`a`', '≥10栋', '5栋', 100, 100],
        ['总分', null, null, null, null, 100, 100],
      ]),
    );
    const { out } = await jixiao(['check', 'a.xlsx', '--format', 'markdown']);
    expect(out).toContain('| 单元格 | 级别 |');
    expect(out).not.toMatch(/(?<!\\)<img/);
    const widths = out
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split(/(?<!\\)\|/).length);
    expect(new Set(widths).size).toBe(1);
  });
});

describe('fix', () => {
  const withText = (): void => {
    writeFileSync(
      join(folder, 'a.xlsx'),
      buildSheet([
        ['项目支出绩效自评表（2023年度）'],
        HEAD,
        ['产出指标', '数量指标', '培训场次', '≥20场', '20场', '60', '６０', ''],
        ['效益指标', '社会效益指标', '参训人数', '≥100人', '100人', 40, null, ''],
        ['总分', null, null, null, null, 100, 60, null],
      ]),
    );
  };

  test('lists each cell before and after, and writes a workbook without them', async () => {
    withText();
    const { status, out } = await jixiao(['fix', 'a.xlsx', '--json']);
    const document = JSON.parse(out) as DocumentJson;
    const [file] = document.files as FileJson[];
    expect(file?.changes).toEqual([
      { sheet: '附表', cell: 'F3', rule: 'number-as-text', before: '60', after: 60 },
      { sheet: '附表', cell: 'G3', rule: 'number-as-text', before: '６０', after: 60 },
      { sheet: '附表', cell: 'G4', rule: 'score-missing', before: null, after: 40 },
      { sheet: '附表', cell: 'G5', rule: 'score-total', before: 60, after: 100 },
    ]);
    expect(status).toBe(0);
    const again = await jixiao(['fix', 'jixiao-out/a.xlsx']);
    expect(again.out).toContain('没有能够确定改正的');
  });

  test('only lists with --dry-run, and only what is asked for with --only', async () => {
    withText();
    const { out } = await jixiao(['fix', 'a.xlsx', '--dry-run', '--only', 'number-as-text']);
    expect(out).toContain('附表!G3  “６０” → 60  number-as-text');
    expect(out).not.toContain('score-missing');
    expect(existsSync(join(folder, 'jixiao-out'))).toBe(false);
  });

  test.each([
    ['nope', '没有“nope”这个核查项'],
    ['reason-missing', '“reason-missing”没有不必问人就能改好的'],
  ])('refuses --only %s', async (rule, told) => {
    withText();
    const { status, err } = await jixiao(['fix', 'a.xlsx', '--only', rule]);
    expect(status).toBe(2);
    expect(err).toContain(told);
  });
});

describe('clear', () => {
  test('takes a result back to its own sheets, scores stay', async () => {
    put('a.xlsx');
    await jixiao(['score', 'a.xlsx']);
    const { status, out } = await jixiao(['clear', 'jixiao-out/a.xlsx']);
    expect(status).toBe(0);
    expect(out).toContain(join('jixiao-cleared', 'a.xlsx'));
    const told = await jixiao(['check', 'jixiao-cleared/a.xlsx', '--format', 'json']);
    const rows = filesOf(told)[0]?.tables[0]?.indicators ?? [];
    expect(rows.map(({ filledScore }) => filledScore)).not.toContain(null);
  });

  test('says so where nothing in a workbook is ours', async () => {
    put('a.xlsx');
    const { status, out } = await jixiao(['clear', 'a.xlsx']);
    expect(status).toBe(0);
    expect(out).toContain('没有找到本工具写的内容');
  });
});

describe('report', () => {
  test('Markdown on stdout, a file where one is named', async () => {
    put('a.xlsx');
    const printed = await jixiao(['report', 'a.xlsx', '--template', 'cn-project']);
    expect(printed.status).toBe(0);
    expect(printed.out).toContain('农村饮水安全巩固提升项目');
    const saved = await jixiao([
      'report',
      'a.xlsx',
      '--template',
      'cn-project',
      '--out',
      'r/报告.md',
    ]);
    expect(saved.status).toBe(0);
    expect(readFileSync(join(folder, 'r', '报告.md'), 'utf8')).toBe(printed.out);
    await jixiao(['report', 'a.xlsx', '--template', 'cn-project', '--out', '报告.docx']);
    expect(readFileSync(join(folder, '报告.docx')).subarray(0, 2).toString()).toBe('PK');
  });

  test('never over the workbook', async () => {
    put('a.md');
    const told = await jixiao(['report', 'a.md', '--template', 'cn-project', '--out', './a.md']);
    expect(told.status).toBe(2);
    expect(readFileSync(join(folder, 'a.md')).subarray(0, 2).toString()).toBe('PK');
  });

  test('over several workbooks it is one: each in turn, or a chapter each as the structure has it', async () => {
    put('一/a.xlsx');
    put('一/b.xlsx', SICHUAN);
    const inTurn = await jixiao(['report', '一', '--template', 'cn-project']);
    expect(inTurn.status).toBe(0);
    const headings = inTurn.out.split('\n').filter((line) => line.startsWith('#'));
    expect(headings.filter((line) => line.startsWith('# '))).toHaveLength(1);
    expect(headings.filter((line) => /[12]\.农村饮水安全/.test(line)).length).toBeGreaterThan(2);
    const chapters = await jixiao([
      'report',
      '一/b.xlsx',
      '一/a.xlsx',
      '--template',
      'cn-transfer',
    ]);
    const first = chapters.out.split('\n').filter((line) => line.startsWith('## '));
    expect(first).toHaveLength(3);
    expect(first[1]).toContain('农村饮水安全巩固提升项目');
    const none = ['report', '一', '--template', 'cn-project', '--sheet', '没有'];
    expect((await jixiao(none)).err).toContain('没有');
  });

  test('a workbook without a form is an error with a hint', async () => {
    writeFileSync(join(folder, 'a.xlsx'), buildSheet([['通讯录']]));
    const { status, err } = await jixiao(['report', 'a.xlsx', '--template', 'cn-project']);
    expect(status).toBe(2);
    expect(err).toContain('--map');
  });
});

describe('verify', () => {
  const WRONG = '一、项目概况\n预算10万元，支出8万元，执行率为90%。\n三、存在问题\n暂无。\n';

  test('finds what is wrong, in .txt, .md and .docx, told apart by content', async () => {
    writeFileSync(join(folder, 'a.txt'), WRONG);
    const { status, out } = await jixiao(['verify', 'a.txt', '--json']);
    const document = JSON.parse(out) as { findings: { rule: string; message: string }[] };
    expect(status).toBe(1);
    expect(document.findings.length).toBeGreaterThan(0);
    for (const { message } of document.findings) expect(message).toMatch(/[\u4e00-\u9fff]/);
    put('表.xlsx');
    await jixiao(['report', '表.xlsx', '--template', 'cn-project', '--out', '报告.docx']);
    const own = await jixiao(['verify', '报告.docx', '--with', '表.xlsx']);
    expect([0, 1]).toContain(own.status);
    expect(own.out).toContain('报告.docx');
    expect(own.out).toMatch(/版式.*不一样 0 处/);
    const { layout } = JSON.parse(
      (await jixiao(['verify', '报告.docx', '--with', '表.xlsx', '--json'])).out,
    ) as { layout: { item: string; verdict: string; found: string }[] };
    expect(layout[0]).toEqual({ item: 'paper', verdict: 'same', found: '宽 210、高 297 毫米' });
    expect(JSON.parse(out)).not.toHaveProperty('layout');
  });

  test('several reports are told one after another; one that cannot be read stops none', async () => {
    writeFileSync(join(folder, 'a.txt'), WRONG);
    writeFileSync(join(folder, 'b.txt'), '一、概况\n工作正常。\n');
    const both = await jixiao(['verify', 'a.txt', 'b.txt', '没有.txt', '--json']);
    expect(both.status).toBe(2);
    const { reports } = JSON.parse(both.out) as {
      reports: { ok: boolean; findings?: unknown[] }[];
    };
    expect(reports.map(({ ok }) => ok)).toEqual([true, true, false]);
    expect(reports[0]?.findings?.length).toBeGreaterThan(0);
    expect((await jixiao(['verify', 'b.txt', '--max-warnings', '0'])).status).toBe(0);
    expect((await jixiao(['verify', 'a.txt', '--format', 'markdown'])).out).toMatch(/^# /);
  });

  test('a report over several workbooks is held against each where it tells of it', async () => {
    put('a.xlsx');
    put('b.xlsx', SICHUAN);
    await jixiao(['report', 'a.xlsx', 'b.xlsx', '--template', 'cn-project', '--out', '合.md']);
    const verify = ['verify', '合.md', '--with', 'a.xlsx', '--with', 'b.xlsx'];
    interface Compared {
      readonly table: string;
      readonly verdict: string;
    }
    const compared = async (): Promise<Compared[]> =>
      (JSON.parse((await jixiao([...verify, '--json'])).out) as { compared: Compared[] }).compared;
    const before = await compared();
    const tables = [...new Set(before.map(({ table }) => table))];
    expect(tables).toHaveLength(2);
    const differing = (list: readonly Compared[]): string[] =>
      list.filter(({ verdict }) => verdict === 'differs').map(({ table }) => table);
    expect(differing(before)).toEqual([]);
    const file = join(folder, '合.md');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replaceAll('4836', '4835'));
    expect(new Set(differing(await compared()))).toEqual(new Set([tables[0]]));
    expect((await jixiao(verify)).out.match(/：与自评表对照：/g)).toHaveLength(2);
  });

  test('a table of which no report tells was not compared, and that is said', async () => {
    put('a.xlsx');
    put('b.xlsx', SICHUAN);
    await jixiao(['report', 'a.xlsx', '--template', 'cn-project', '--out', '一.md']);
    const alone = ['verify', '一.md', '--with', 'a.xlsx'];
    const both = [...alone, '--with', 'b.xlsx'];
    interface Left {
      readonly notCompared: readonly { readonly what: string; readonly why: string }[];
    }
    const apart = async (args: readonly string[]): Promise<string[]> =>
      (JSON.parse((await jixiao([...args, '--json'])).out) as Left).notCompared
        .filter(({ why }) => why === 'table-not-told')
        .map(({ what }) => what);
    expect(await apart(alone)).toEqual([]);
    expect(await apart(both)).toHaveLength(1);
    const [name = ''] = await apart(both);
    expect((await jixiao(both)).out).toContain(`没有对照的表（报告没有写到）：${name}`);
    expect((await jixiao([...both, '--format', 'markdown'])).out).toContain('没有对照的表');
  });

  test('a copy of a report has comments, its other parts are as they were, and nothing is replaced', async () => {
    put('表.xlsx');
    await jixiao(['report', '表.xlsx', '--template', 'cn-project', '--out', '报告.docx']);
    const verify = ['verify', '报告.docx', '--with', '表.xlsx', '--comments', '批注.docx'];
    expect((await jixiao(verify)).out).toContain('与自评表对照：');
    const parts = (name: string) => unzipSync(readFileSync(join(folder, name)));
    const [before, after] = [parts('报告.docx'), parts('批注.docx')];
    const changed = Object.keys(after).filter(
      (name) => !Buffer.from(after[name] ?? []).equals(Buffer.from(before[name] ?? [])),
    );
    for (const name of changed) expect(name).toMatch(/document\.xml|comments\.xml|Content_Types/);
    expect((await jixiao(verify)).err).toContain('批注.docx');
    const signed = ['verify', '报告.docx', '--format', 'docx', '--out', '核对.docx'];
    expect((await jixiao(signed)).status).toBeLessThan(2);
    expect(parts('核对.docx')['word/document.xml']).toBeDefined();
  });

  test('text of an older program is read as GB 18030', async () => {
    // “一、概况” and a line break in GB 18030.
    writeFileSync(join(folder, 'a.txt'), Buffer.from('d2bba1a2b8c5bff60a', 'hex'));
    const { out } = await jixiao(['verify', 'a.txt', '--json']);
    expect(out).not.toContain('\ufffd');
  });

  test.each([
    ['a.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '.docx'],
    ['a.txt', Buffer.from([0, 1, 2, 255, 254, 0, 200]), '.docx'],
    ['a.docx', Buffer.from('PK\u0003\u0004 cut off'), '用 Word 或 WPS 打开，另存为 .docx'],
  ])('%s of another kind is refused with a hint', async (name, bytes, hint) => {
    writeFileSync(join(folder, name), bytes);
    const { status, err } = await jixiao(['verify', name]);
    expect(status).toBe(2);
    expect(err).toContain(hint);
  });

  test('a workbook is no report', async () => {
    put('a.xlsx');
    expect((await jixiao(['verify', 'a.xlsx'])).status).toBe(2);
  });
});

describe('lists', () => {
  test('profiles, templates and rules are listed', async () => {
    expect((await jixiao(['profiles'])).out).toMatch(/^cn-mof-2020 {2,}\S/m);
    expect((await jixiao(['templates'])).out).toMatch(/^cn-project +\S/m);
    const { out } = await jixiao(['rules']);
    expect(out.trim().split('\n')).toHaveLength(CHECKS.length + REPORT_TEXT_CHECKS.length);
    for (const { id, code } of CHECKS) expect(out).toContain(`${code} ${id}`);
    for (const { id } of REPORT_TEXT_CHECKS) {
      expect((await jixiao(['rules', id])).out).toContain(`# ${id} `);
    }
    expect(out).not.toContain('check.');
  });

  test('every rule has its page, by id and by code', async () => {
    for (const { id, code } of CHECKS) {
      const page = await jixiao(['rules', id]);
      expect(page.status).toBe(0);
      expect(page.out.length).toBeGreaterThan(100);
      expect((await jixiao(['rules', code.toLowerCase()])).out).toBe(page.out);
    }
  });

  test('a template shows its headings', async () => {
    expect((await jixiao(['templates', 'cn-project'])).out).toMatch(/^一、/m);
  });

  test('a template is given as a file, which a report can be written by, changed or not', async () => {
    put('a.xlsx');
    const { out } = await jixiao(['templates', 'cn-project', '--json']);
    const all = JSON.parse((await jixiao(['templates', '--json'])).out) as { id: string }[];
    expect(all[0]).toMatchObject({ id: 'cn-project', kind: 'project' });
    writeFileSync(join(folder, '本市.json'), out);
    const ours = await jixiao(['report', 'a.xlsx', '--template', 'cn-project']);
    const own = await jixiao(['report', 'a.xlsx', '--template', '本市.json']);
    expect(own).toEqual(ours);
    writeFileSync(join(folder, '本市.json'), out.replace('基本情况', '我市的基本情况'));
    const changed = await jixiao(['report', 'a.xlsx', '--template', '本市.json']);
    expect(changed.out).toContain('一、我市的基本情况');
    writeFileSync(join(folder, '坏.json'), '[]');
    const bad = await jixiao(['report', 'a.xlsx', '--template', '坏.json']);
    expect([bad.status, bad.err]).toEqual([2, expect.stringContaining('报告结构')]);
    expect((await jixiao(['report', 'a.xlsx', '--template', '没有.json'])).status).toBe(2);
  });
});
