import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { decisionFiles, decisionsPage, whatIsMissing } from '../build/decisions-index';

const ROOT = resolve(__dirname, '..');
const SRC = join(ROOT, 'src');

/** The table of CONTRIBUTING.md. A room may always import itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[] | 'everything'>> = {
  texts: [],
  model: ['texts'],
  quantity: ['model'],
  recognise: ['texts', 'model', 'quantity'],
  profiles: ['texts', 'model'],
  scoring: ['texts', 'model', 'quantity', 'profiles'],
  checks: ['texts', 'model', 'quantity', 'profiles', 'scoring'],
  report: ['texts', 'model', 'quantity', 'checks'],
  changes: ['model'],
  engine: [
    'model',
    'quantity',
    'recognise',
    'profiles',
    'scoring',
    'checks',
    'report',
    'changes',
    'texts',
  ],
  xlsx: ['model', 'changes'],
  hosts: ['model', 'changes', 'xlsx'],
  pane: [
    'model',
    'texts',
    'quantity',
    'recognise',
    'profiles',
    'scoring',
    'checks',
    'report',
    'changes',
    'engine',
    'xlsx',
    'hosts',
  ],
  apps: 'everything',
};

/** Packages a room may use; none elsewhere outside `apps`. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  xlsx: ['fflate', '@e965/xlsx'],
  hosts: ['fflate'],
  report: ['docx', 'fflate'],
};

/** Names that only exist in one host. */
const HOST_NAMES: ReadonlySet<string> = new Set([
  'Excel',
  'Office',
  'wps',
  'window',
  'process',
  'Buffer',
  'require',
  'globalThis',
]);

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly imports: readonly string[];
  readonly text: string;
}

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => join(SRC, path))
  .map((path): SourceFile => {
    const text = readFileSync(path, 'utf8');
    return {
      path: relative(ROOT, path),
      room: roomOf(path),
      imports: ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName),
      text,
    };
  });

const inner = sources.filter(({ room }) => !['hosts', 'pane', 'apps'].includes(room));

function roomOf(path: string): string {
  return relative(SRC, path).split(sep)[0] ?? '';
}

test('every folder of src is a room of the table', () => {
  expect(sources.length).toBeGreaterThan(20);
  expect(
    [...new Set(sources.map(({ room }) => room))].filter((room) => !(room in MAY_IMPORT)),
  ).toEqual([]);
});

test('the table here and the table of CONTRIBUTING.md name the same rooms', () => {
  const table = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const rooms = [...table.matchAll(/^\| `(\w+)` +\|/gm)].map((match) => match[1]);
  expect(rooms.sort()).toEqual(Object.keys(MAY_IMPORT).sort());
});

test('rooms import only what the table allows', () => {
  const wrong = sources.flatMap((source) => {
    const allowed = MAY_IMPORT[source.room];
    if (allowed === 'everything' || allowed === undefined) return [];
    return source.imports
      .filter((name) => name.startsWith('.') && !name.endsWith('/package.json'))
      .map((name) => roomOf(resolve(ROOT, dirname(source.path), name)))
      .filter((room) => room !== source.room && !allowed.includes(room))
      .map((room) => `${source.path} imports ${room}`);
  });
  expect(wrong).toEqual([]);
});

/** Rooms whose folders do not see one another, with where what two of them need belongs. */
const APART: Readonly<Record<string, string>> = {
  hosts: 'move what both need to src/changes or to src/hosts/<file>.ts',
  apps: 'move what both need to src/pane, or to the room it is about',
};

test.each(Object.entries(APART))('the folders of %s do not see one another', (room, wayOut) => {
  const wrong = sources
    .filter((source) => source.room === room)
    .flatMap((source) => {
      const own = folderIn(room, join(ROOT, source.path));
      return source.imports
        .filter((name) => name.startsWith('.'))
        .map((name) => folderIn(room, resolve(ROOT, dirname(source.path), name)))
        .filter((folder) => folder !== null && folder !== own)
        .map((folder) => `${source.path} imports ${room}/${folder ?? ''}: ${wayOut}`);
    });
  expect(wrong).toEqual([]);
});

/** The folder of a room a path is in; null elsewhere, and for a file right in the room. */
function folderIn(room: string, path: string): string | null {
  const [top, folder, ...file] = relative(SRC, path).split(sep);
  return top === room && folder !== undefined && file.length > 0 ? folder : null;
}

test('rooms use only the packages that are theirs', () => {
  const wrong = sources.flatMap((source) =>
    source.room === 'apps' || source.room === 'pane'
      ? []
      : source.imports
          .filter((name) => !name.startsWith('.'))
          .filter((name) => !(PACKAGES[source.room] ?? []).some((own) => isFrom(name, own)))
          .map((name) => `${source.path} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

function isFrom(name: string, own: string): boolean {
  return name === own || name.startsWith(`${own}/`);
}

test('nothing outside hosts and apps names a host', () => {
  const wrong = inner.flatMap((source) =>
    namesUsed(source)
      .filter((name) => HOST_NAMES.has(name))
      .map((name) => `${source.path} names ${name}`),
  );
  expect(wrong).toEqual([]);
});

/** Free identifiers: property names after a dot or in a literal belong to the object. */
function namesUsed(source: SourceFile): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    const parent = node.parent as ts.Node | undefined;
    const isProperty =
      parent !== undefined &&
      ((ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        ts.isPropertySignature(parent));
    if (ts.isIdentifier(node) && !isProperty) names.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(source.path, source.text, ts.ScriptTarget.ES2022, true));
  return names;
}

test('there are no cycles between files, imports of types aside', () => {
  const graph = new Map(
    sources.map((source) => [
      source.path,
      valueImports(source)
        .filter((name) => name.startsWith('.'))
        .map((name) => resolveImport(source.path, name))
        .filter((path) => path !== null),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  expect(cycles).toEqual([]);
});

function valueImports(source: SourceFile): readonly string[] {
  const file = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.ES2022);
  const types = file.statements
    .filter(ts.isImportDeclaration)
    .filter((statement) => isOfTypes(statement.importClause))
    .map(({ moduleSpecifier }) =>
      ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '',
    );
  const left = [...source.imports];
  for (const name of types) left.splice(left.indexOf(name), 1);
  return left;
}

function isOfTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  const bindings = clause.namedBindings;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  return (
    clause.name === undefined &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.every((element) => element.isTypeOnly)
  );
}

const paths = new Set(sources.map(({ path }) => path));

function resolveImport(from: string, name: string): string | null {
  const base = join(dirname(from), name);
  return (
    [`${base}.ts`, `${base}.tsx`, join(base, 'index.ts')].find((path) => paths.has(path)) ?? null
  );
}

test('no file is a drawer for odds and ends', () => {
  const drawers = /(^|[/-])(utils?|helpers?|misc|common|shared|stuff)([./-]|$)/;
  expect(sources.map(({ path }) => path).filter((path) => drawers.test(path))).toEqual([]);
});

test('an address of a cell is put together in one place', () => {
  const byHand = sources
    .filter(({ room, text }) => room !== 'model' && text.includes('!${'))
    .map(({ path }) => `${path}: use cellLabel or quotedReference of model/address`);
  expect(byHand).toEqual([]);
});

test('JSON of others is parsed in one place, and read by what it must look like', () => {
  const byHand = sources
    .filter(({ path, text }) => text.includes('JSON.parse(') && !path.endsWith('model/decode.ts'))
    .map(({ path }) => `${path}: use parseJson and fitting of model/decode`);
  expect(byHand).toEqual([]);
});

test('nobody silences the compiler or the linter, and nothing is left to do', () => {
  const marks =
    /@ts-(ignore|expect-error|nocheck)|eslint-disable|\b(TODO|FIXME|XXX)\b|\bas any\b|: any\b/;
  expect(sources.filter(({ text }) => marks.test(text)).map(({ path }) => path)).toEqual([]);
});

/** What may stand at the top of the repository; dot files besides. */
const TOP_LEVEL: ReadonlySet<string> = new Set([
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'LICENSE', 'NOTICE'],
  ...['src', 'test', 'build', 'docs', 'examples', 'assets', 'schemas'],
  // Where the tools that read them look for them.
  ...['package.json', 'package-lock.json', 'manifest.xml', 'webpack.config.js'],
  ...['tsconfig.json', 'jest.config.mjs', 'eslint.config.mjs'],
]);

test('only what is meant to stands at the top of the repository', () => {
  const ignored = readFileSync(join(ROOT, '.gitignore'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/\/$/, ''));
  const strays = readdirSync(ROOT)
    .filter((name) => !name.startsWith('.') && !name.endsWith('.log'))
    .filter((name) => !TOP_LEVEL.has(name) && !ignored.includes(name));
  expect(strays).toEqual([]);
});

test('every decision says what, why and when, and stands in the index', () => {
  expect(decisionFiles().flatMap(whatIsMissing)).toEqual([]);
  const index = readFileSync(join(ROOT, 'docs/decisions/README.md'), 'utf8');
  if (index !== decisionsPage()) throw new Error('docs/decisions/README.md is stale: npm run docs');
});

test('every runtime dependency has its reason in docs/decisions', () => {
  const decisions = readFileSync(join(ROOT, 'docs/decisions/runtime-dependencies.md'), 'utf8');
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const unexplained = Object.keys(manifest.dependencies).filter(
    (name) => !decisions.includes(`\`${name}\``),
  );
  expect(unexplained).toEqual([]);
  const versions = { ...manifest.dependencies, ...manifest.devDependencies };
  expect(
    Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
  ).toEqual([]);
});

test('the lock file names no registry', () => {
  expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
});

test('the lock file has the packages of every platform, or npm ci refuses it', () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  // node .ci/complete-lock.mjs adds what npm left out.
  const missing = Object.entries(packages).flatMap(([parent, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${parent}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});
