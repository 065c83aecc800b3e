import { readFileSync } from 'node:fs';
import { ICON_SIZES, iconPath, iconPng } from '../../build/draw-icons';
import {
  lintManifest,
  pngSize,
  PROJECT_SURROUNDINGS,
  RULES,
  type Surroundings,
} from '../../build/lint-manifest';
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
  ['root', { change: swap('"TaskPaneApp"', '"ContentApp"') }],
  [
    'order',
    { change: swap(/(<Version>.*?<\/Version>)\s*(<ProviderName>.*?<\/ProviderName>)/, '$2$1') },
  ],
  [
    'order',
    { change: swap(/(<Label resid="Score.Label"\/>)(\s*<Supertip>[\s\S]*?<\/Supertip>)/, '$2$1') },
  ],
  [
    'order',
    {
      change: swap(
        /(<Runtimes>[\s\S]*?<\/Runtimes>)(\s*<AllFormFactors>[\s\S]*?<\/AllFormFactors>)/,
        '$2$1',
      ),
    },
  ],
  [
    'order',
    {
      change: swap(
        /(<FunctionFile [^>]*>)(\s*<ExtensionPoint xsi:type="Primary[\s\S]*?<\/ExtensionPoint>)/,
        '$2$1',
      ),
    },
  ],
  ['required', { change: swap(/<Version>.*?<\/Version>/, '') }],
  ['required', { change: swap(/<HighResolutionIconUrl.*?\/>/, '') }],
  ['once', { change: swap(/(<Version>.*?<\/Version>)/, '$1$1') }],
  ['id', { change: swap(/<Id>.*?<\/Id>/, '<Id>jixiao</Id>') }],
  ['version', { change: swap(/<Version>.*?<\/Version>/, '<Version>v1</Version>') }],
  ['names', { change: swap('DefaultValue="绩效自评助手"', `DefaultValue="${long}"`) }],
  ['locale', { change: swap('<DefaultLocale>zh-CN', '<DefaultLocale>en-US') }],
  [
    'https',
    { change: swap('https://localhost:3000/taskpane.html', 'http://localhost:3000/taskpane.html') },
  ],
  [
    'https',
    { change: swap('https://localhost:3000/shortcuts.json', 'http://a.cn/shortcuts.json') },
  ],
  ['production', { production: true }],
  ['icons', { change: swap('assets/icon-64.png', 'assets/icon-32.png') }],
  ['icons', { change: swap('assets/icon-80.png', 'assets/icon-81.png') }],
  ['icons', { change: swap(/<bt:Image size="32" resid="Icon.32"\/>/, '') }],
  ['overrides', { change: swap('VersionOverridesV1_0', 'VersionOverridesV1_1') }],
  ['residResolves', { change: swap('resid="Score.Tip"', 'resid="Score.Hint"') }],
  ['residUsed', { change: swap('String id="Score.Tip"', 'String id="Score.Hint"') }],
  ['residUnique', { change: swap('String id="Score.Tip"', 'String id="Pane.Tip"') }],
  [
    'residLength',
    { change: (xml) => xml.replaceAll('Score.Tip', 'Score.Tip.That.Is.Longer.Than.Thirty.Two') },
  ],
  ['controlIds', { change: swap('id="Jixiao.Score"', 'id="Jixiao.Pane"') }],
  ['controlIds', { change: swap('id="Jixiao.Score"', `id="${long}"`) }],
  ['languages', { change: swap('<bt:Override Locale="en-US" Value="Score"/>', '') }],
  ['languages', { change: swap(/<Override Locale="en-US" Value="Jixiao self-evaluation"\/>/, '') }],
  ['stringLength', { change: swap('Value="Score"', `Value="${long}"`) }],
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
  [
    'extended',
    {
      change: swap(
        /(<Permissions>[\s\S]*?<\/VersionOverrides>)(\s*<ExtendedOverrides.*?\/>)/,
        '$2$1',
      ),
    },
  ],
];

test('the manifest breaks no rule', () => {
  expect(lintManifest(manifest, development)).toEqual([]);
});

test.each(BREACHES)('%s is noticed when broken (%#)', (rule, { change, around, production }) => {
  const xml = change ? change(manifest) : manifest;
  const problems = lintManifest(
    xml,
    { production: production ?? false },
    { ...PROJECT_SURROUNDINGS, ...around },
  );
  expect(problems.filter((problem) => problem.startsWith(`${rule}: `))).not.toEqual([]);
});

test('every rule has a test that breaks it', () => {
  expect([...new Set(BREACHES.map(([rule]) => rule))].sort()).toEqual(Object.keys(RULES).sort());
});

test('XML that is not closed is refused', () => {
  expect(() => lintManifest(manifest.slice(0, 500), development)).toThrow();
});

describe('the manifest of a server', () => {
  const base = 'https://jixiao.example.gov.cn/addin/';

  it('has its address everywhere and breaks no rule', () => {
    const made = manifestFor(base);
    expect(made).not.toContain(DEVELOPMENT_URL);
    expect(made).toContain('"https://jixiao.example.gov.cn/addin/taskpane.html"');
    expect(lintManifest(made, { production: true })).toEqual([]);
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
