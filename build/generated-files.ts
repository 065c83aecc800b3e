import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checksOf, readCheckFolders } from './check-folders';
import { idSource, indexPage, registrySource } from './checks-index';
import { decisionsPage } from './decisions-index';
import { profilePage, profilesIndex } from './profile-pages';
import { PROFILES } from '../src/profiles/load-profile';

const ROOT = path.join(__dirname, '..');

/** A file of the repository that follows from others, and what it must hold. */
export interface GeneratedFile {
  /** From the top of the repository. */
  readonly name: string;
  readonly text: string;
}

/** A page not yet written is blank. */
const read = (name: string): string => {
  const file = path.join(ROOT, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

/** Everything `npm run docs` writes. */
export async function generatedFiles(): Promise<readonly GeneratedFile[]> {
  const checks = checksOf(await readCheckFolders());
  return [
    { name: 'src/model/check-id.ts', text: idSource(checks) },
    { name: 'src/checks/registry.ts', text: registrySource(checks) },
    { name: 'docs/checks.md', text: indexPage(checks) },
    { name: 'docs/decisions/README.md', text: decisionsPage() },
    { name: 'docs/profiles/README.md', text: profilesIndex() },
    ...PROFILES.map((profile) => ({
      name: `docs/profiles/${profile.id}.md`,
      text: profilePage(profile),
    })),
    { name: 'README.md', text: counted(read('README.md'), checks.length) },
    { name: 'CHANGELOG.md', text: countedUnreleased(read('CHANGELOG.md'), checks.length) },
  ];
}

export async function writeGenerated(): Promise<void> {
  for (const { name, text } of await generatedFiles()) {
    const file = path.join(ROOT, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Files that are not what `npm run docs` would write, one sentence each. */
export async function staleFiles(): Promise<string[]> {
  const files = await generatedFiles();
  return files
    .filter(({ name, text }) => read(name) !== text)
    .map(({ name }) => `${name} 不是最新的：请运行 npm run docs`);
}

/** The number of checks, wherever the text counts them. */
const counted = (text: string, count: number): string =>
  text.replace(/\d+ 项核查/g, `${String(count)} 项核查`);

/** What a version had when it was published stays. */
function countedUnreleased(changelog: string, count: number): string {
  const [head = '', unreleased = '', ...published] = changelog.split(/^(?=## \[)/m);
  return [head, counted(unreleased, count), ...published].join('');
}
