import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Check, Telling, Yielding } from '../src/checks/check';
import { HEADINGS, readPage, type Page } from './check-page';

export const CHECKS_FOLDER = path.join(__dirname, '../src/checks');

/** A folder of checks as it stands on disk. */
export interface FolderOf<C> {
  readonly name: string;
  /** What `check.ts` exports under the folder's name; null where it does not, or is not there. */
  readonly check: C | null;
  /** The text of `check.ts`. */
  readonly source: string;
  readonly page: string | null;
}

export type CheckFolder = FolderOf<Check>;

/** What new-check writes where a person has to write something. */
export const UNWRITTEN = '待写';
const STILL_UNWRITTEN = `还有写着“${UNWRITTEN}”的地方；写上或删去`;
const CODE = /^JX([1-5])(\d\d)$/;
const LANGUAGES = ['zh-CN', 'en'] as const;
const FEWEST = { good: 1, bad: 2 };

/** `weight-total` is exported as `weightTotal`. */
export const exportName = (id: string): string =>
  id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Reads every folder of `root`, in the order of the codes. */
export async function readCheckFolders(root: string = CHECKS_FOLDER): Promise<CheckFolder[]> {
  return inOrder(await readFolders(root, isCheck));
}

/** What stands in every folder of `root`: its check, where `isCheck` knows it, its source and its page. */
export function readFolders<C>(
  root: string,
  isCheck: (value: unknown) => value is C,
): Promise<FolderOf<C>[]> {
  const names = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return Promise.all(
    names.map(async (name) => {
      const code = path.join(root, name, 'check.ts');
      const page = path.join(root, name, 'page.md');
      const exported = existsSync(code) ? ((await import(code)) as Record<string, unknown>) : {};
      const check = exported[exportName(name)];
      return {
        name,
        check: isCheck(check) ? check : null,
        source: existsSync(code) ? readFileSync(code, 'utf8') : '',
        page: existsSync(page) ? readFileSync(page, 'utf8') : null,
      };
    }),
  );
}

const isCheck = (value: unknown): value is Check =>
  typeof value === 'object' && value !== null && 'id' in value && 'code' in value;

function inOrder(folders: readonly CheckFolder[]): CheckFolder[] {
  return [...folders].sort(
    (a, b) =>
      (a.check?.code ?? '').localeCompare(b.check?.code ?? '') || a.name.localeCompare(b.name),
  );
}

/** The checks of the folders, in the order of their codes. */
export const checksOf = (folders: readonly CheckFolder[]): Check[] =>
  inOrder(folders).flatMap(({ check }) => check ?? []);

/** The next free code of a group. */
export function nextCode(checks: readonly Check[], group: string): string {
  const numbers = checks.flatMap(({ code }) => {
    const match = CODE.exec(code);
    return match?.[1] === group ? [Number(match[2])] : [];
  });
  return `JX${group}${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}

/**
 * What is wrong with the folders or missing, one sentence each that says what to write and where.
 * `names` are those that a relation may name: all folders, unless only some of them are looked at.
 */
export function checkFaults(
  folders: readonly CheckFolder[],
  names: ReadonlySet<string> = new Set(folders.map(({ name }) => name)),
): string[] {
  return [
    ...folders.flatMap((folder) => folderFaults(folder)),
    ...folders.flatMap(({ name, check }) =>
      check ? relationFaults(`src/checks/${name}/check.ts`, check, names) : [],
    ),
    ...codeFaults(checksOf(folders)),
  ];
}

/** Names in a check's relations that no folder has; the types say so too, but neither jest nor new-check asks them. */
function relationFaults(place: string, check: Check, names: ReadonlySet<string>): string[] {
  const { of = {}, ...told } = check.toldWith;
  const named = {
    silences: check.silences,
    yields: Object.values(check.yields).flatMap((yielding) => idsOf(yielding ?? {})),
    toldWith: [told, ...Object.values(of)].flatMap((yielding) => idsOf(yielding ?? {})),
  };
  return Object.entries(named).flatMap(([relation, ids]) =>
    ids
      .filter((id) => !names.has(id))
      .map((id) => `${place}：${relation} 里的“${id}”不是核查项；写 src/checks 下有的文件夹名`),
  );
}

const idsOf = (related: Yielding & Telling): readonly string[] => [
  ...(related.onRow ?? []),
  ...(related.inTable ?? []),
  ...(related.sameGap ?? []),
  ...(related.sameSlip ?? []),
];

function folderFaults({ name, check, source, page }: CheckFolder): string[] {
  const place = `src/checks/${name}`;
  if (check === null) {
    return [
      `${place}/check.ts：没有导出 ${exportName(name)}；写 export const ${exportName(name)} = defineCheck({ … })，或运行 npm run new-check ${name}`,
    ];
  }
  const faults = [];
  if (check.id !== name) {
    faults.push(`${place}/check.ts：id 写的是“${check.id}”；要与文件夹同名，写 id: '${name}'`);
  }
  if (!check.find && !check.everyRow && !check.soundRow && !check.overProjects) {
    faults.push(`${place}/check.ts：什么也没有查；写 find、everyRow、soundRow 或 overProjects`);
  }
  const unsaid = textFaults(check);
  if (unsaid.length === 0 && source.includes(UNWRITTEN)) unsaid.push(STILL_UNWRITTEN);
  return [
    ...faults,
    ...unsaid.map((fault) => `${place}/check.ts：${fault}`),
    ...pageFaults(check, page).map((fault) => `${place}/page.md：${fault}`),
  ];
}

type Texts = Readonly<Record<string, string>>;

/** Every text of a check in one language, by its place in `texts`; none where nothing compiled it. */
function textsOf({ texts }: Check, language: (typeof LANGUAGES)[number]): Texts {
  const languages: Partial<Check['texts']> = texts;
  const written: Partial<Check['texts']['en']> = languages[language] ?? {};
  const { message = {}, title = '', why = '', fix = '', fixes = {}, basis = '' } = written;
  const messages = Object.entries(message).map(([name, text]) => [`message.${name}`, text]);
  const advices = Object.entries(fixes).map(([name, text]) => [`fixes.${name}`, text]);
  const named = Object.fromEntries([...messages, ...advices]) as Texts;
  return { title, ...named, why, fix, basis };
}

function placesOf(text: string): string {
  const places = [...text.matchAll(/\{\w+\}/g)].map(([place]) => place);
  return [...new Set(places)].sort().join(' ');
}

function textFaults(check: Check): string[] {
  const chinese = textsOf(check, 'zh-CN');
  const faults: string[] = [];
  for (const language of LANGUAGES) {
    const texts = textsOf(check, language);
    for (const [part, source] of Object.entries(chinese)) {
      const text = texts[part] ?? '';
      const place = `texts${language === 'en' ? '.en' : "['zh-CN']"}.${part}`;
      if (text === '' || text.includes(UNWRITTEN)) {
        faults.push(`没有写 ${place}；在那里写上这一句`);
      } else if (placesOf(text) !== placesOf(source) && !source.includes(UNWRITTEN)) {
        faults.push(
          `${place} 用的数是 ${placesOf(text)}，中文用的是 ${placesOf(source)}；两处要一样`,
        );
      }
    }
    const extra = Object.keys(texts).filter((part) => !(part in chinese));
    faults.push(...extra.map((part) => `texts.en.${part} 没有对应的中文；写上或删去`));
  }
  return faults;
}

function pageFaults(check: Check, markdown: string | null): string[] {
  const { id, code, texts } = check;
  if (markdown === null) return [`没有这个文件；运行 npm run new-check ${id}，会补上它`];
  const faults: string[] = [];
  const title = `# ${code} ${texts['zh-CN'].title}`;
  if (markdown.split('\n')[0] !== title) faults.push(`第一行要写“${title}”`);
  if (markdown.includes(UNWRITTEN)) faults.push(STILL_UNWRITTEN);
  const page = pageOrFault(markdown);
  if (typeof page === 'string') return [...faults, page];
  const { headings, examples } = page;
  if (headings.join() !== HEADINGS.join()) {
    faults.push(`要有、也只有这些节，依次是 ${HEADINGS.join('、')}`);
  }
  const good = examples.filter((example) => example.good).length;
  if (good < FEWEST.good) faults.push('没有正例；在“正例”下写一张不该报的表');
  const bad = examples.length - good;
  if (bad < FEWEST.bad) {
    faults.push(
      `反例 ${String(bad)} 个，至少要 ${String(FEWEST.bad)} 个；在“反例”下写一张该报的表，末行写“=> 单元格 程度”`,
    );
  }
  return faults;
}

function pageOrFault(markdown: string): Page | string {
  try {
    return readPage(markdown);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function codeFaults(checks: readonly Check[]): string[] {
  const faults: string[] = [];
  const groups = new Map<string, Check[]>();
  const owners = new Map<string, string>();
  for (const check of checks) {
    const { id, code } = check;
    const place = `src/checks/${id}/check.ts`;
    const group = CODE.exec(code)?.[1];
    const owner = owners.get(code);
    const before = groups.get(group ?? '') ?? [];
    if (group === undefined) {
      faults.push(
        `${place}：code 写的是“${code}”；写 JX 加三位数，第一位 1 是结构，2 是分值与合计，3 是资金，4 是指标行与整表，5 是各项目之间`,
      );
    } else if (owner !== undefined) {
      faults.push(
        `${place} 和 src/checks/${owner}/check.ts 的编号都是 ${code}；后加的一项改用 ${nextCode(checks, group)}`,
      );
    } else if (code !== nextCode(before, group)) {
      faults.push(`${place}：编号要接着数，${code} 之前没有 ${nextCode(before, group)}；改用它`);
    }
    owners.set(code, owner ?? id);
    if (group !== undefined) groups.set(group, [...before, check]);
  }
  return faults;
}
