import { leaveErrand, type Errand } from '../../../src/apps/wps/errands';
import { runErrands } from '../../../src/apps/wps/run-errands';
import { asciiJson, saveBytes, saveText } from '../../../src/apps/wps/save-text';
import { watchWorkbook } from '../../../src/apps/wps/watch-workbook';
import { wpsSurroundings } from '../../../src/apps/wps/wps-surroundings';
import { settled, testClock } from '../../pane/pane-forms';
import { programStandIn } from './program-stand-in';

describe('errands', () => {
  test('are done in turn, each once, and one left before the pane ran too', async () => {
    const { PluginStorage: storage } = programStandIn();
    const clock = testClock();
    const done: Errand[] = [];
    leaveErrand(storage, 'scoreWorkbook');
    runErrands(storage, clock, (errand) => {
      done.push(errand);
      return Promise.resolve();
    });
    expect(done).toEqual(['scoreWorkbook']);
    await settled();
    leaveErrand(storage, 'showFindings');
    clock.pass(299);
    expect(done).toHaveLength(1);
    clock.pass(1);
    expect(done).toEqual(['scoreWorkbook', 'showFindings']);
  });

  test('that fail do not stop the next, nor does a storage that refuses once', async () => {
    const { PluginStorage: storage } = programStandIn();
    const clock = testClock();
    let calls = 0;
    let refusing = false;
    const moody: typeof storage = {
      ...storage,
      getItem: (key) => {
        if (refusing) throw new Error('busy');
        return storage.getItem(key);
      },
    };
    leaveErrand(storage, 'scoreWorkbook');
    const stop = runErrands(moody, clock, () => {
      calls += 1;
      return Promise.reject(new Error('no'));
    });
    await settled();
    refusing = true;
    leaveErrand(storage, 'recalculateWorkbook');
    clock.pass(300);
    expect(calls).toBe(1);
    refusing = false;
    clock.pass(300);
    expect(calls).toBe(2);
    await settled();
    stop();
    leaveErrand(storage, 'scoreWorkbook');
    clock.pass(1000);
    expect(calls).toBe(2);
  });

  test('nothing of another kind is taken for one', () => {
    const { PluginStorage: storage } = programStandIn();
    storage.setItem('jixiao.et.errand', 'format');
    const done: Errand[] = [];
    runErrands(storage, testClock(), (errand) => {
      done.push(errand);
      return Promise.resolve();
    });
    expect(done).toEqual([]);
  });
});

test('the pane is told when another workbook comes to the front, and only then', () => {
  const program = programStandIn();
  let told = 0;
  let shown = program.ActiveWorkbook?.FullName;
  watchWorkbook(
    program,
    () => program.ActiveWorkbook?.FullName === shown,
    () => {
      told += 1;
      shown = program.ActiveWorkbook?.FullName;
    },
  );
  program.activate('附表.xlsx');
  expect(told).toBe(0);
  program.activate('另一张.xlsx');
  program.activate('另一张.xlsx');
  expect(told).toBe(1);
  program.activate('附表.xlsx');
  expect(told).toBe(2);
});

describe('saving', () => {
  test('goes to the first folder that takes it, in letters every encoding writes alike', () => {
    const program = programStandIn();
    const json = JSON.stringify({ 项目: '“饮水”😀', path: 'a\\b' });
    expect(saveText(program, '附表.xlsx.json', json)).toBe('C:\\桌面\\附表.xlsx.json');
    const [written = ''] = [...program.files.values()];
    expect(written).toMatch(/^[\x20-\x7e]*$/);
    expect(JSON.parse(written)).toEqual(JSON.parse(json));
  });

  test('puts a document beside one of its name, in which a person may have written', () => {
    const program = programStandIn();
    const save = (sign: number): string | null =>
      saveBytes(program, '附表-自评报告.docx', Uint8Array.of(sign), new Date(2026, 10, 29));
    expect([save(65), save(66), save(67)]).toEqual([
      'C:\\桌面\\附表-自评报告.docx',
      'C:\\桌面\\附表-自评报告(2).docx',
      'C:\\桌面\\附表-自评报告(3).docx',
    ]);
    expect([...program.files.values()]).toEqual(['A', 'B', 'C']);
  });

  test.each<[string, ((path: string) => unknown) | undefined]>([
    ['has nothing to ask it by', undefined],
    ['answers nothing', () => undefined],
    [
      'refuses the question',
      () => {
        throw new Error('0x800A03EC');
      },
    ],
  ])('never writes over a document where WPS %s whether there is one', (_, exists) => {
    const program = programStandIn();
    const files = {
      WriteFile: () => false,
      writeAsBinaryString: (path: string, text: string) =>
        program.FileSystem?.writeAsBinaryString?.(path, text) === true,
    };
    const asked = { ...program, FileSystem: exists ? { ...files, Exists: exists } : files };
    program.files.set('C:\\桌面\\附表-自评报告.docx', '人写过的');
    const moment = new Date(2026, 8, 3, 9, 5, 7);
    expect(saveBytes(asked, '附表-自评报告.docx', Uint8Array.of(65), moment)).toBe(
      'C:\\桌面\\附表-自评报告-20260903-090507.docx',
    );
    expect(program.files.get('C:\\桌面\\附表-自评报告.docx')).toBe('人写过的');
  });

  test('says so where no folder takes it or WPS has no files', () => {
    const program = programStandIn();
    const refusing = { ...program, FileSystem: { WriteFile: () => false } };
    expect(saveText(refusing, 'a.json', '{}')).toBeNull();
    const { PluginStorage, ActiveWorkbook } = programStandIn();
    expect(saveText({ PluginStorage, ActiveWorkbook }, 'a.json', '{}')).toBeNull();
  });

  test('ASCII stays as it is', () => {
    expect(asciiJson('{"a":"b\\n"}')).toBe('{"a":"b\\n"}');
  });
});

test('the pane opens 检测本机 as the ribbon does, and says where it cannot', () => {
  const alerts: string[] = [];
  const page = {
    alert: (text: string) => void alerts.push(text),
    location: { href: 'http://intranet/jixiao/taskpane.html?x' },
  };
  const program = programStandIn();
  wpsSurroundings(program, page).probe?.();
  expect(program.panes.map(({ url, title, Visible }) => [url, title, Visible])).toEqual([
    ['http://intranet/jixiao/probe.html', '检测本机', true],
  ]);
  expect(alerts).toEqual([]);
  wpsSurroundings(programStandIn({ noPanes: true }), page).probe?.();
  expect(alerts).toHaveLength(1);
});
