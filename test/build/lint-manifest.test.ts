import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ICON_SIZES, iconPath, iconPng } from '../../build/draw-icons';
import {
  lintManifest,
  pngSize,
  PROJECT_SURROUNDINGS,
  RULES,
  type Surroundings,
} from '../../build/lint-manifest';
import { VERSION } from '../../src/model/version';
import { DEVELOPMENT_URL, MANIFEST_PATH, manifestFor } from '../../build/manifest-text';

const manifest = readFileSync(MANIFEST_PATH, 'utf8');
const development = { production: false };

interface Breach {
  readonly change?: (xml: string) => string;
  readonly around?: Partial<Surroundings>;
  readonly production?: boolean;
}

const swap =
  (from: string | RegExp, to: string) =>
  (xml: string): string => {
    const changed = xml.replace(from, to);
    if (changed === xml) throw new Error(`${String(from)} is not in the manifest`);
    return changed;
  };
const long = 'x'.repeat(300);

/** One way at least of breaking each rule. */
const BREACHES: readonly (readonly [rule: string, breach: Breach])[] = [
  ['required', { change: swap(/<HighResolutionIconUrl.*?\/>/, '') }],
  ['required', { change: swap(/<SupportUrl.*?\/>/, '') }],
  ['getStarted', { change: swap(/<GetStarted>[\s\S]*?<\/GetStarted>/, '') }],
  ['locale', { change: swap('<DefaultLocale>zh-CN', '<DefaultLocale>en-US') }],
  [
    'https',
    { change: swap('https://localhost:3000/taskpane.html', 'http://localhost:3000/taskpane.html') },
  ],
  [
    'https',
    { change: swap('https://localhost:3000/shortcuts.json', 'http://a.cn/shortcuts.json') },
  ],
  [
    'https',
    {
      change: swap(/<ExtendedOverrides /, '<ExtendedOverrides ResourcesUrl="http://a.cn/r.json" '),
    },
  ],
  ['production', { production: true }],
  ['icons', { change: swap('assets/icon-64.png', 'assets/icon-32.png') }],
  ['icons', { change: swap('assets/icon-80.png', 'assets/icon-81.png') }],
  ['icons', { change: swap(/<bt:Image size="32" resid="Icon.32"\/>/, '') }],
  ['residResolves', { change: swap('resid="Score.Tip"', 'resid="Score.Hint"') }],
  ['residResolves', { change: swap('Label resid="Score.Label"', 'Label resid="Score.Tip"') }],
  [
    'residResolves',
    { change: swap('Description resid="Score.Tip"', 'Description resid="Score.Label"') },
  ],
  [
    'residResolves',
    { change: swap('FunctionFile resid="Taskpane.Url"', 'FunctionFile resid="Icon.16"') },
  ],
  ['residResolves', { change: swap('size="16" resid="Icon.16"', 'size="16" resid="Help.Url"') }],
  ['tabs', { change: swap('OfficeTab id="TabHome"', 'OfficeTab id="TabHouse"') }],
  ['extensionPoints', { change: swap(/<OfficeTab [\s\S]*<\/OfficeTab>/, '') }],
  ['residUsed', { change: swap('String id="Score.Tip"', 'String id="Score.Hint"') }],
  ['residUnique', { change: swap('String id="Score.Tip"', 'String id="Pane.Tip"') }],
  ['controlIds', { change: swap('id="Jixiao.Score"', 'id="Jixiao.Pane"') }],
  ['controlIds', { change: swap('id="Jixiao.Score"', `id="${long}"`) }],
  ['languages', { change: swap('<bt:Override Locale="en-US" Value="Score"/>', '') }],
  ['languages', { change: swap(/<Override Locale="en-US" Value="Jixiao self-evaluation"\/>/, '') }],
  [
    'runtime',
    {
      change: swap('<FunctionFile resid="Taskpane.Url"/>', '<FunctionFile resid="Functions.Url"/>'),
    },
  ],
  ['runtime', { change: swap('lifetime="long"', 'lifetime="short"') }],
  [
    'runtime',
    {
      change: swap(
        /<Page>[\s\S]*?<\/Page>/,
        '<Page><SourceLocation resid="Functions.Url"/></Page>',
      ),
    },
  ],
  [
    'runtime',
    {
      change: swap(
        '<SourceLocation DefaultValue="https://localhost:3000/taskpane.html"/>',
        '<SourceLocation DefaultValue="https://localhost:3000/other.html"/>',
      ),
    },
  ],
  ['commands', { change: swap('scoreWorkbook', 'scoreEverything') }],
  ['shortcuts', { around: { shortcutActions: ['scoreEverything'] } }],
  ['functions', { around: { describedFunctions: ['SCORE'] } }],
  ['functions', { change: swap('DefaultValue="JIXIAO"', 'DefaultValue="JX"') }],
  ['requirements', { change: swap('MinVersion="1.9"', 'MinVersion="1.18"') }],
  ['requirements', { change: swap(/<Set Name="SharedRuntime".*?\/>/, '') }],
  ['hosts', { change: swap('<Host Name="Workbook"/>', '<Host Name="Document"/>') }],
];

/** Manifests that Microsoft's schemas refuse, by what is wrong with them. */
const REFUSED: readonly (readonly [what: string, change: (xml: string) => string])[] = [
  ['a root of another type', swap('"TaskPaneApp"', '"SpreadsheetApp"')],
  ['a root of another namespace', swap('appforoffice/1.1"', 'appforoffice/9.9"')],
  [
    'VersionOverrides of another namespace',
    swap('office/taskpaneappversionoverrides"', 'office/paneoverrides"'),
  ],
  ['resources of another namespace', swap('officeappbasictypes/1.0"', 'officeappbasictypes/7.0"')],
  ['VersionOverrides of another version', swap('VersionOverridesV1_0', 'VersionOverridesV1_1')],
  [
    'elements in another order',
    swap(/(<Version>.*?<\/Version>)\s*(<ProviderName>.*?<\/ProviderName>)/, '$2$1'),
  ],
  [
    'a control in another order',
    swap(/(<Label resid="Score.Label"\/>)(\s*<Supertip>[\s\S]*?<\/Supertip>)/, '$2$1'),
  ],
  [
    'a host in another order',
    swap(/(<Runtimes>[\s\S]*?<\/Runtimes>)(\s*<AllFormFactors>[\s\S]*?<\/AllFormFactors>)/, '$2$1'),
  ],
  [
    'FunctionFile after the extension point',
    swap(
      /(<FunctionFile [^>]*>)(\s*<ExtensionPoint xsi:type="Primary[\s\S]*?<\/ExtensionPoint>)/,
      '$2$1',
    ),
  ],
  [
    'ExtendedOverrides before VersionOverrides',
    swap(/(<VersionOverrides[\s\S]*?<\/VersionOverrides>)(\s*<ExtendedOverrides.*?\/>)/, '$2$1'),
  ],
  ['no Version', swap(/<Version>.*?<\/Version>/, '')],
  ['no Description', swap(/<Description DefaultValue[\s\S]*?<\/Description>/, '')],
  ['Version twice', swap(/(<Version>.*?<\/Version>)/, '$1$1')],
  ['an Id that is none', swap(/<Id>.*?<\/Id>/, '<Id>jixiao</Id>')],
  ['a version that is none', swap(/<Version>.*?<\/Version>/, '<Version>v1</Version>')],
  ['a name too long', swap('DefaultValue="绩效自评助手"', `DefaultValue="${long}"`)],
  ['a description too long', swap('DefaultValue="给绩效自评表', `DefaultValue="${long}`)],
  ['a short string too long', swap('"评分"', `"${long}"`)],
  [
    'a resid too long',
    swap('resid="Score.Tip"', 'resid="Score.Tip.That.Is.Longer.Than.Thirty.Two"'),
  ],
  [
    'a button without icon',
    swap(
      /(<Supertip>\s*<Title resid="Score.Label"[\s\S]*?<\/Supertip>)\s*<Icon>[\s\S]*?<\/Icon>/,
      '$1',
    ),
  ],
  ['a group without icon', swap(/(<Label resid="Group.Label"\/>)\s*<Icon>[\s\S]*?<\/Icon>/, '$1')],
  ['a control without type', swap('Control xsi:type="Button" ', 'Control ')],
  ['a control of unknown type', swap('Control xsi:type="Button"', 'Control xsi:type="Knob"')],
  ['an action of unknown type', swap('xsi:type="ExecuteFunction"', 'xsi:type="RunFunction"')],
  ['an extension point of unknown type', swap('"PrimaryCommandSurface"', '"MainSurface"')],
  ['a TaskpaneId of 130 characters', swap('Jixiao.Taskpane<', `${'x'.repeat(130)}<`)],
  ['an OfficeTab without id', swap('<OfficeTab id="TabHome">', '<OfficeTab>')],
  ['unknown permissions', swap('ReadWriteDocument', 'ReadWriteAll')],
  [
    'custom functions in another order',
    swap(/(<Script>[\s\S]*?<\/Script>)(\s*<Page>[\s\S]*?<\/Page>)/, '$2$1'),
  ],
  ['a Set without name', swap('Set Name="ExcelApi" ', 'Set ')],
  ['a MinVersion that is none', swap('MinVersion="1.9"', 'MinVersion="new"')],
  ['an element nobody knows', swap('<Hosts>', '<Colour>blue</Colour><Hosts>')],
  ['an attribute nobody knows', swap('<Group id=', '<Group colour="blue" id=')],
  ['GetStarted without a link', swap(/<LearnMoreUrl.*?\/>/, '')],
  ['text that is not closed', (xml) => xml.slice(0, 500)],
];

test('the manifest breaks no rule', async () => {
  expect(await lintManifest(manifest, development)).toEqual([]);
});

test('Microsoft’s own reader of manifests takes it', () => {
  const program = join(__dirname, '../../node_modules/office-addin-manifest/cli.js');
  const said = execFileSync(process.execPath, [program, 'info', MANIFEST_PATH], {
    encoding: 'utf8',
  });
  expect(said).toContain('7c0b6f2e-52a4-4c0e-9b0d-5f3f7a1f6d21');
  expect(said).toMatch(/Hosts: *Workbook/);
});

test.each(REFUSED)('the schemas refuse %s', async (_, change) => {
  const problems = await lintManifest(change(manifest), development);
  expect(problems.filter((problem) => problem.startsWith('schema: '))).not.toEqual([]);
});

test.each(BREACHES)(
  '%s is noticed when broken (%#)',
  async (rule, { change, around, production }) => {
    const xml = change ? change(manifest) : manifest;
    const problems = await lintManifest(
      xml,
      { production: production ?? false },
      { ...PROJECT_SURROUNDINGS, ...around },
    );
    expect(problems.filter((problem) => problem.startsWith(`${rule}: `))).not.toEqual([]);
  },
);

test('a manifest without help and first words is refused in a sentence for each, and for nothing else', async () => {
  const silent = [
    swap(/<SupportUrl.*?\/>/, ''),
    swap(/<GetStarted>[\s\S]*?<\/GetStarted>/, ''),
    swap(/<bt:Url id="Help\.Url".*?\/>/, ''),
    (xml: string) => xml.replace(/<bt:String id="GetStarted\.[\s\S]*?<\/bt:String>/g, ''),
  ].reduce((xml, change) => change(xml), manifest);
  expect(await lintManifest(silent, development)).toEqual([
    'required: SupportUrl is missing',
    'getStarted: GetStarted is missing: Excel has nothing to tell whoever has just installed the add-in',
  ]);
});

test('every rule has a test that breaks it', () => {
  expect([...new Set(BREACHES.map(([rule]) => rule))].sort()).toEqual(Object.keys(RULES).sort());
});

describe('the manifest of a server', () => {
  const base = 'https://jixiao.example.gov.cn/addin/';

  it('has its address everywhere and breaks no rule', async () => {
    const made = manifestFor(base);
    expect(made).not.toContain(DEVELOPMENT_URL);
    expect(made).toContain(`"https://jixiao.example.gov.cn/addin/taskpane.html?v=${VERSION}"`);
    expect(made).toContain('"https://jixiao.example.gov.cn/addin/assets/icon-32.png"');
    const addresses = [...made.matchAll(/="(https:\/\/jixiao[^"]*)"/g)].map(([, one]) => one ?? '');
    expect(addresses.filter((one) => !/\.png$|\?v=\d+\.\d+\.\d+$/.test(one))).toEqual([]);
    expect(await lintManifest(made, { production: true })).toEqual([]);
  });

  it.each(['http://a.cn', 'https://a.cn/?x=1', 'https://a.cn/#x', 'jixiao'])(
    'is not made for %s',
    (address) => {
      expect(() => manifestFor(address)).toThrow();
    },
  );
});

describe('the icons', () => {
  it.each(ICON_SIZES)('of %d px is what the script draws, in that size', (size) => {
    const file = readFileSync(iconPath(size));
    expect(file.equals(iconPng(size))).toBe(true);
    expect(pngSize(file)).toEqual([size, size]);
  });

  it('are no icons when they are no PNG', () => {
    expect(pngSize(new Uint8Array(40))).toBeNull();
    expect(pngSize(new Uint8Array(3))).toBeNull();
  });
});
