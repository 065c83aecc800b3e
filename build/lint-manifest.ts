import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import shortcuts from '../src/apps/excel/commands/shortcuts.json';
import { COMMAND_NAMES } from '../src/pane/commands';
import functions from '../src/apps/excel/functions/functions.json';
import { FUNCTION_IDS } from '../src/apps/excel/functions/register-functions';
import { schemaProblems } from './manifest-schema';
import { MANIFEST_PATH } from './manifest-text';
import { allNodes, childNamed, childrenNamed, nodesNamed, readTree, type Node } from './xml-tree';

/**
 * What Office asks of an add-in only XML manifest, checked without a network: Microsoft's published
 * schemas, and beside them what no schema can say: what belongs together inside the manifest, and what
 * it says of files and commands of ours. Sources: learn.microsoft.com, office add-ins reference/manifest (element pages
 * OfficeApp, VersionOverrides 1.0 TaskPane, Runtimes, Resources, Icon, Control of type Button,
 * FunctionFile, ExtendedOverrides).
 */

export interface LintOptions {
  /** No address of the development server. */
  readonly production: boolean;
}

export interface Surroundings {
  readonly commands: readonly string[];
  readonly functionIds: readonly string[];
  readonly describedFunctions: readonly string[];
  readonly shortcutActions: readonly string[];
  /** Width and height of an icon by the last part of its address; null where there is no file. */
  readonly iconSize: (name: string) => readonly [number, number] | null;
}

/** What the schema lets be left out and Excel or the shops ask for. */
const REQUIRED = [
  'HighResolutionIconUrl',
  'SupportUrl',
  'Hosts',
  'Requirements',
  'VersionOverrides',
];
const KINDS = ['Images', 'Urls', 'ShortStrings', 'LongStrings'] as const;
const LOCALES = ['zh-CN', 'en-US'];
const LONGEST_ID = 125;
const ICON_SIZES = ['16', '32', '80'];
/** ExcelApi the host is written for; more is asked for at run time (docs/install-excel.md). */
const FLOOR = { ExcelApi: '1.9', SharedRuntime: '1.1' } as const;

const valueOf = (node: Node | null): string => node?.attributes['DefaultValue'] ?? '';

/** The list of resources an element takes its text or address from; all others take a Url. */
const KIND_OF: Readonly<Record<string, (typeof KINDS)[number]>> = {
  Image: 'Images',
  'bt:Image': 'Images',
  Label: 'ShortStrings',
  Title: 'ShortStrings',
  Namespace: 'ShortStrings',
  Description: 'LongStrings',
};

/** Tabs of Excel's own (reference/manifest/officetab). */
const EXCEL_TABS = [
  'TabHome',
  'TabInsert',
  'TabPageLayoutExcel',
  'TabFormulas',
  'TabData',
  'TabReview',
  'TabView',
  'TabDeveloper',
  'TabAddIns',
  'TabPrintPreview',
  'TabBackgroundRemoval',
];

type Rule = (manifest: Node, around: Surroundings, options: LintOptions) => string[];

/** Every rule by its name; a test breaks each of them. */
export const RULES: Readonly<Record<string, Rule>> = {
  required: (manifest) =>
    REQUIRED.filter((name) => !childNamed(manifest, name)).map((name) => `${name} is missing`),

  getStarted: (manifest) => {
    const forms = overrideHosts(manifest).flatMap(({ children }) =>
      children.filter(({ name }) => name.endsWith('FormFactor') || name.endsWith('FormFactors')),
    );
    return forms.some((form) => childNamed(form, 'GetStarted') !== null)
      ? []
      : ['GetStarted is missing: Excel has nothing to tell whoever has just installed the add-in'];
  },

  locale: (manifest) => {
    const locale = childNamed(manifest, 'DefaultLocale')?.text;
    return locale === LOCALES[0] ? [] : [`DefaultLocale is ${locale ?? 'missing'}`];
  },

  https: (manifest) =>
    addresses(manifest)
      .filter((address) => !address.startsWith('https://'))
      .map((address) => `${address} is not https`),

  production: (manifest, _, { production }) =>
    production
      ? addresses(manifest)
          .filter((address) => /\/\/(localhost|127\.|\[::1\])/i.test(address))
          .map((address) => `${address} is the development server`)
      : [],

  icons: (manifest, { iconSize }) => {
    const wrong: string[] = [];
    const sized = (address: string, size: number): void => {
      const found = iconSize(address.split('/').at(-1) ?? '');
      if (!found) wrong.push(`${address}: there is no such file`);
      else if (found[0] !== size || found[1] !== size) {
        wrong.push(`${address} is ${found.join('×')}, not ${size}×${size}`);
      }
    };
    sized(valueOf(childNamed(manifest, 'IconUrl')), 32);
    sized(valueOf(childNamed(manifest, 'HighResolutionIconUrl')), 64);
    const images = resources(manifest, 'Images');
    for (const icon of nodesNamed(manifest, 'Icon')) {
      const sizes = childrenNamed(icon, 'Image').map(({ attributes }) => attributes['size'] ?? '');
      for (const size of ICON_SIZES) {
        if (!sizes.includes(size)) wrong.push(`an Icon has no image of ${size} px`);
      }
      for (const { attributes } of childrenNamed(icon, 'Image')) {
        const image = images.get(attributes['resid'] ?? '');
        if (image) sized(valueOf(image), Number(attributes['size']));
      }
    }
    return [...new Set(wrong)];
  },

  residResolves: (manifest) => {
    const kinds = new Map(
      KINDS.flatMap((kind) => [...resources(manifest, kind).keys()].map((id) => [id, kind])),
    );
    return [...allNodes(manifest)].flatMap(({ name, attributes }) => {
      const { resid } = attributes;
      if (resid === undefined) return [];
      const kind = kinds.get(resid);
      const wanted = KIND_OF[name] ?? 'Urls';
      if (kind === undefined) return [`resid “${resid}” is no resource`];
      return kind === wanted ? [] : [`${name} asks for one of ${wanted}; “${resid}” is in ${kind}`];
    });
  },

  tabs: (manifest) =>
    nodesNamed(manifest, 'OfficeTab')
      .map(({ attributes }) => attributes['id'] ?? '')
      .filter((id) => !EXCEL_TABS.includes(id))
      .map((id) => `Excel has no tab “${id}”`),

  extensionPoints: (manifest) =>
    nodesNamed(manifest, 'ExtensionPoint')
      .filter(({ children }) => children.length === 0)
      .map(({ attributes }) => `ExtensionPoint ${attributes['xsi:type'] ?? ''} is empty`),

  residUsed: (manifest) => {
    const used = new Set(residsUsed(manifest));
    return [...everyResource(manifest)]
      .filter(([id]) => !used.has(id))
      .map(([id]) => `resource “${id}” is not used`);
  },

  residUnique: (manifest) =>
    repeated([...everyResource(manifest)].map(([id]) => id)).map(
      (id) => `resource “${id}” is there twice`,
    ),

  controlIds: (manifest) => {
    const ids = controlIds(manifest);
    return [
      ...repeated(ids).map((id) => `id “${id}” is there twice`),
      ...ids
        .filter((id) => id === '' || id.length > LONGEST_ID)
        .map((id) => `id “${id}” is not 1 to ${LONGEST_ID} characters`),
    ];
  },

  languages: (manifest) => {
    const texts = [
      ...childrenNamed(manifest, 'DisplayName'),
      ...childrenNamed(manifest, 'Description'),
      ...nodesNamed(manifest, 'String'),
    ];
    return texts.flatMap((text) => {
      const name = text.attributes['id'] ?? text.name;
      const english = childrenNamed(text, 'Override').find(
        ({ attributes }) => attributes['Locale'] === LOCALES[1],
      );
      const missing = valueOf(text) === '' ? LOCALES[0] : english ? null : LOCALES[1];
      return missing === null ? [] : [`${name} has no ${missing} text`];
    });
  },

  runtime: (manifest) => {
    const runtimes = nodesNamed(manifest, 'Runtime');
    const [runtime] = runtimes;
    const resid = runtime?.attributes['resid'];
    const wrong: string[] = [];
    if (runtimes.length !== 1 || runtime?.attributes['lifetime'] !== 'long') {
      wrong.push('there is not one Runtime of lifetime long');
    }
    const places: readonly (readonly [string, readonly Node[]])[] = [
      ['FunctionFile', nodesNamed(manifest, 'FunctionFile')],
      ['Page', nodesNamed(manifest, 'Page').flatMap((page) => page.children)],
      ['ShowTaskpane', taskpanes(manifest).flatMap((one) => childrenNamed(one, 'SourceLocation'))],
    ];
    for (const [name, nodes] of places) {
      if (nodes.length === 0) wrong.push(`${name} is missing`);
      for (const node of nodes) {
        if (node.attributes['resid'] !== resid) wrong.push(`${name} is not the runtime’s page`);
      }
    }
    const [script] = nodesNamed(manifest, 'Script').flatMap(({ children }) => children);
    const scriptAt = resources(manifest, 'Urls').get(script?.attributes['resid'] ?? '') ?? null;
    if (!/\.js(?:$|\?)/.test(valueOf(scriptAt))) wrong.push('Script is no .js file');
    const source = childNamed(childNamed(manifest, 'DefaultSettings'), 'SourceLocation');
    const page = resources(manifest, 'Urls').get(resid ?? '') ?? null;
    if (valueOf(source) !== valueOf(page)) {
      wrong.push('DefaultSettings is not the runtime’s page');
    }
    return wrong;
  },

  commands: (manifest, { commands }) =>
    nodesNamed(manifest, 'FunctionName')
      .map(({ text }) => text)
      .filter((name) => !commands.includes(name))
      .map((name) => `no command is named “${name}”`),

  shortcuts: (_, { commands, shortcutActions }) =>
    shortcutActions
      .filter((name) => !commands.includes(name))
      .map((name) => `a shortcut calls “${name}”, which is no command`),

  functions: (manifest, { functionIds, describedFunctions }) => {
    const namespace = nodesNamed(manifest, 'Namespace')[0]?.attributes['resid'] ?? '';
    const name = valueOf(resources(manifest, 'ShortStrings').get(namespace) ?? null);
    return [
      ...(/^[A-Z][A-Z0-9]{2,}$/.test(name) ? [] : [`namespace “${name}” is no function name`]),
      ...(functionIds.join() === describedFunctions.join()
        ? []
        : ['functions.json does not describe the functions there are']),
    ];
  },

  requirements: (manifest) => {
    const sets = nodesNamed(manifest, 'Set').map(({ attributes }) => attributes);
    return Object.entries(FLOOR)
      .filter(
        ([name, version]) =>
          !sets.some((set) => set['Name'] === name && set['MinVersion'] === version),
      )
      .map(([name, version]) => `Requirements does not ask for ${name} ${version}`);
  },

  hosts: (manifest) => {
    const [host] = nodesNamed(manifest, 'Host');
    return host?.attributes['Name'] === 'Workbook' &&
      overrideHosts(manifest).every(({ attributes }) => attributes['xsi:type'] === 'Workbook')
      ? []
      : ['Hosts is not Workbook'];
  },
};

const overrideHosts = (manifest: Node): Node[] =>
  childrenNamed(manifest, 'VersionOverrides').flatMap((overrides) =>
    childrenNamed(overrides, 'Hosts').flatMap((hosts) => hosts.children),
  );

const taskpanes = (manifest: Node): Node[] =>
  nodesNamed(manifest, 'Action').filter(
    ({ attributes }) => attributes['xsi:type'] === 'ShowTaskpane',
  );

function controlIds(manifest: Node): string[] {
  return ['Group', 'Control'].flatMap((name) =>
    nodesNamed(manifest, name).map(({ attributes }) => attributes['id'] ?? ''),
  );
}

function resources(manifest: Node, list: string): Map<string, Node> {
  const nodes = nodesNamed(manifest, list).flatMap((one) => one.children);
  return new Map(nodes.map((node) => [node.attributes['id'] ?? '', node]));
}

function* everyResource(manifest: Node): Generator<readonly [string, Node]> {
  for (const list of KINDS) {
    for (const one of nodesNamed(manifest, list)) {
      for (const node of one.children) yield [node.attributes['id'] ?? '', node];
    }
  }
}

const residsUsed = (manifest: Node): string[] =>
  [...allNodes(manifest)].flatMap(({ attributes }) => attributes['resid'] ?? []);

function addresses(manifest: Node): string[] {
  const named = [...allNodes(manifest)].flatMap(({ name, attributes }) =>
    /Url$|^SourceLocation$|^Image$/.test(name) && attributes['DefaultValue'] !== undefined
      ? [attributes['DefaultValue']]
      : [],
  );
  const extended = nodesNamed(manifest, 'ExtendedOverrides').flatMap(({ attributes }) =>
    ['Url', 'ResourcesUrl'].flatMap((name) => attributes[name] ?? []),
  );
  return [...named, ...extended];
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}

/** Width and height as a PNG's head says. */
export function pngSize(png: Uint8Array): readonly [number, number] | null {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  if (png.byteLength < 24 || view.getUint32(0) !== 0x89504e47) return null;
  return [view.getUint32(16), view.getUint32(20)];
}

const PROJECT: Surroundings = {
  commands: COMMAND_NAMES,
  functionIds: FUNCTION_IDS,
  describedFunctions: functions.functions.map(({ id }) => id),
  shortcutActions: shortcuts.shortcuts.map(({ action }) => action),
  iconSize: (name) => {
    const path = join(__dirname, '..', 'assets', name);
    return name !== '' && existsSync(path) ? pngSize(readFileSync(path)) : null;
  },
};

/**
 * What is wrong with a manifest, each line with the rule's name (`schema` for the schemas); empty where
 * nothing is.
 */
export async function lintManifest(
  xml: string,
  options: LintOptions,
  around: Surroundings = PROJECT,
): Promise<string[]> {
  const problems = await schemaProblems(xml);
  // Rules read what is well-formed; of the rest the schemas have spoken.
  if (problems.some((problem) => /parser error/.test(problem))) return problems;
  const manifest = readTree(xml);
  const further = Object.entries(RULES).flatMap(([name, rule]) =>
    rule(manifest, around, options).map((problem) => `${name}: ${problem}`),
  );
  return [...problems, ...further];
}

export const PROJECT_SURROUNDINGS = PROJECT;

async function main(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const production = file !== MANIFEST_PATH;
    const problems = await lintManifest(readFileSync(file, 'utf8'), { production });
    for (const problem of problems) console.error(`${file}: ${problem}`);
    if (problems.length > 0) process.exitCode = 1;
    else console.log(`${file}: Microsoft's schemas and ${Object.keys(RULES).length} rules hold`);
  }
}

if (require.main === module) {
  const files = process.argv.slice(2);
  void main(files.length === 0 ? [MANIFEST_PATH] : files);
}
