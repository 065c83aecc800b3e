import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Profile } from '../../src/model/profile';
import { SHIPPED } from '../../src/profiles/shipped';
import { OUTLINE_TEMPLATES, type OutlineTemplate } from '../../src/report/outline-templates';

type Exported = Readonly<Record<string, unknown>>;

/** What every file of a folder exports, alone or in lists, that `knows` takes for one of its kind; by file. */
function exportedIn(
  folder: string,
  knows: (value: unknown) => value is { readonly id: string },
): readonly { readonly file: string; readonly id: string }[] {
  const root = path.join(__dirname, '../../src', folder);
  return readdirSync(root)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) =>
      Object.values(jest.requireActual<Exported>(path.join(root, name)))
        .filter(knows)
        .map(({ id }) => ({ file: `src/${folder}/${name}`, id })),
    );
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isProfile = (value: unknown): value is Profile =>
  isObject(value) && 'id' in value && 'sources' in value && 'execution' in value;

const isTemplate = (value: unknown): value is OutlineTemplate =>
  isObject(value) && 'id' in value && 'sections' in value && 'cover' in value;

/** What was written and is not in the list that the program reads, one sentence each. */
const unregistered = (
  found: readonly { readonly file: string; readonly id: string }[],
  ids: readonly string[],
  list: string,
): string[] =>
  found
    .filter(({ id }) => !ids.includes(id))
    .map(({ file, id }) => `${file}：“${id}”没有登记；在 ${list} 里加上它`);

const twice = (ids: readonly string[], list: string): string[] =>
  ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${list}：编号“${id}”有两个；改一个`);

const PROFILES = 'src/profiles/shipped.ts 的 SHIPPED';
const TEMPLATES = 'src/report/outline-templates/index.ts 的 OUTLINE_TEMPLATES';
const profileIds = SHIPPED.map(({ profile }) => profile.id);
const templateIds = OUTLINE_TEMPLATES.map(({ id }) => id);

describe('what stands in a file is in the list that the program reads', () => {
  test('profiles', () => {
    const found = exportedIn('profiles', isProfile);
    expect(found.length).toBeGreaterThan(0);
    expect(unregistered(found, profileIds, PROFILES)).toEqual([]);
    expect(twice(profileIds, PROFILES)).toEqual([]);
  });

  test('report structures', () => {
    const found = exportedIn('report/outline-templates', isTemplate);
    expect(found.length).toBeGreaterThanOrEqual(OUTLINE_TEMPLATES.length);
    expect(unregistered(found, templateIds, TEMPLATES)).toEqual([]);
    expect(twice(templateIds, TEMPLATES)).toEqual([]);
  });

  test('one that was left out is said in one sentence, with the place and what to write', () => {
    const found = [{ file: 'src/profiles/sc-linear.ts', id: 'sc-linear' }];
    expect(unregistered(found, profileIds, PROFILES)).toEqual([
      'src/profiles/sc-linear.ts：“sc-linear”没有登记；在 src/profiles/shipped.ts 的 SHIPPED 里加上它',
    ]);
    expect(twice(['a', 'b', 'a'], TEMPLATES)).toEqual([
      'src/report/outline-templates/index.ts 的 OUTLINE_TEMPLATES：编号“a”有两个；改一个',
    ]);
  });
});
