import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeErrand } from '../../../src/apps/wps/errands';
import { ribbonCallbacks } from '../../../src/apps/wps/ribbon';
import { hidePane, SCORING_PANE } from '../../../src/apps/wps/task-panes';
import { programStandIn, type ProgramLimits } from './program-stand-in';

const WPS = join(__dirname, '..', '..', '..', 'src', 'apps', 'wps');
const RIBBON = readFileSync(join(WPS, 'ribbon.xml'), 'utf8');
const buttons = [...RIBBON.matchAll(/<button id="(\w+)"/g)].map((match) => match[1] ?? '');

const TEXTS = {
  noPane: '没能打开窗格',
  noProgram: '不在 WPS 里',
  scoringTitle: '绩效自评助手',
  probeTitle: '检测本机',
};

function page(limits: ProgramLimits = {}, more: object = {}) {
  const program = programStandIn(limits);
  const alerts: string[] = [];
  const callbacks = ribbonCallbacks(
    {
      location: { href: 'http://intranet/jixiao/index.html?v=1#top' },
      alert: (text) => alerts.push(text),
      Application: program,
      ...more,
    },
    TEXTS,
  );
  return { program, alerts, ...callbacks, press: (Id: string) => callbacks.OnAction({ Id }) };
}

test('ribbon.xml begins as WPS’s own check wants it, without a declaration', () => {
  expect(RIBBON.startsWith('<customUI ')).toBe(true);
  expect(buttons).toEqual([
    'scoreWorkbook',
    'recalculateWorkbook',
    'showFindings',
    'nextFinding',
    'previousFinding',
    'togglePane',
    'probe',
  ]);
});

test('every callback ribbon.xml names is there, and none is asynchronous', () => {
  const names = [...RIBBON.matchAll(/(?:onLoad|onAction|getImage)="(\w+)"/g)].map(
    (match) => match[1] ?? '',
  );
  const callbacks: Readonly<Record<string, unknown>> = { ...page() };
  expect(new Set(names).size).toBe(3);
  for (const name of [...names, 'OnAddInLoad']) {
    const callback = callbacks[name];
    expect(callback).toBeInstanceOf(Function);
    expect(callback).not.toHaveProperty([Symbol.toStringTag], 'AsyncFunction');
  }
  const { OnAddinLoad, OnAddInLoad } = page();
  expect([OnAddinLoad({}), OnAddInLoad({})]).toEqual([true, true]);
});

test('every button has its own picture beside ribbon.xml', () => {
  const { GetImage } = page();
  const images = buttons.map((Id) => GetImage({ Id }));
  expect(new Set(images).size).toBe(buttons.length);
  for (const image of images) expect(readFileSync(join(WPS, image), 'utf8')).toMatch(/^<svg /);
});

test.each([
  'scoreWorkbook',
  'recalculateWorkbook',
  'showFindings',
  'nextFinding',
  'previousFinding',
])('%s opens the pane and leaves its command', (id) => {
  const { program, press } = page();
  expect(press(id)).toBe(true);
  expect(program.panes).toEqual([
    {
      ID: 1,
      Visible: true,
      DockPosition: 2,
      Width: 360,
      url: 'http://intranet/jixiao/taskpane.html',
      title: '绩效自评助手',
    },
  ]);
  expect(takeErrand(program.PluginStorage)).toBe(id);
  expect(takeErrand(program.PluginStorage)).toBeNull();
});

test('the pane is made once, hidden and shown again', () => {
  const { program, press } = page();
  const shown = (): boolean[] => program.panes.map(({ Visible }) => Visible);
  press('togglePane');
  expect(shown()).toEqual([true]);
  press('togglePane');
  expect(shown()).toEqual([false]);
  press('scoreWorkbook');
  expect(shown()).toEqual([true]);
  hidePane(program, SCORING_PANE);
  expect(shown()).toEqual([false]);
});

test('a pane that went with its window is made again', () => {
  const { program, press } = page();
  press('togglePane');
  program.panes.length = 0;
  press('togglePane');
  expect(program.panes.map(({ Visible }) => Visible)).toEqual([true]);
});

test('the pane of the check is another one', () => {
  const { program, press } = page();
  press('togglePane');
  press('probe');
  expect(program.panes.map(({ url }) => url)).toEqual([
    'http://intranet/jixiao/taskpane.html',
    'http://intranet/jixiao/probe.html',
  ]);
  expect([...program.stored.keys()]).toEqual(['jixiao.et.pane', 'jixiao.et.probe']);
});

test('the other spelling of CreateTaskPane, and the older root, do as well', () => {
  const spelt = page({ otherSpelling: true });
  spelt.press('togglePane');
  expect(spelt.program.panes).toHaveLength(1);
  const program = programStandIn();
  const older = page({}, { Application: undefined, wps: { EtApplication: () => program } });
  older.press('togglePane');
  expect(program.panes).toHaveLength(1);
});

test('what cannot be done is said, and never thrown into WPS', () => {
  const none = page({ noPanes: true });
  expect(none.press('togglePane')).toBe(true);
  expect(none.alerts).toEqual([TEXTS.noPane]);
  const outside = page({}, { Application: undefined });
  expect(outside.press('togglePane')).toBe(true);
  expect(outside.alerts).toEqual([TEXTS.noProgram]);
  const broken = page({}, { Application: {} });
  expect(broken.press('scoreWorkbook')).toBe(true);
  expect(broken.alerts).toEqual([TEXTS.noPane]);
});
