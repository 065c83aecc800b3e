import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checksOf, readCheckFolders } from './check-folders';
import { idSource, indexPage, registrySource } from './checks-index';
import { readReportCheckFolders, reportIndexPage, reportRegistrySource } from './report-checks';
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
  const ofReports = await readReportCheckFolders();
  return [
    { name: 'src/model/check-id.ts', text: idSource(checks) },
    { name: 'src/checks/registry.ts', text: registrySource(checks) },
    { name: 'docs/checks.md', text: indexPage(checks) },
    { name: 'src/report/text/checks/registry.ts', text: reportRegistrySource(ofReports) },
    { name: 'docs/report-checks.md', text: reportIndexPage(ofReports) },
    { name: 'docs/decisions/README.md', text: decisionsPage() },
    { name: 'docs/profiles/README.md', text: profilesIndex() },
    ...PROFILES.map((profile) => ({
      name: `docs/profiles/${profile.id}.md`,
      text: profilePage(profile),
    })),
    ...counting({ checks: checks.length, profiles: PROFILES.length }),
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

/** How many there are of what the texts count. */
export interface Counts {
  readonly checks: number;
  readonly profiles: number;
}

/** What is read first, with its counts as they are. */
const counting = (counts: Counts): GeneratedFile[] => [
  { name: 'README.md', text: counted(read('README.md'), counts) },
  { name: 'CHANGELOG.md', text: countedUnreleased(read('CHANGELOG.md'), counts) },
];

/** The numbers of checks and of profiles, wherever the text counts them. */
export const counted = (text: string, { checks, profiles }: Counts): string =>
  text
    .replace(/\d+ 项核查/g, `${String(checks)} 项核查`)
    .replace(/口径 \d+ 种/g, `口径 ${String(profiles)} 种`);

/** What a version had when it was published stays. */
export function countedUnreleased(changelog: string, counts: Counts): string {
  const [head = '', unreleased = '', ...published] = changelog.split(/^(?=## \[)/m);
  return [head, counted(unreleased, counts), ...published].join('');
}
