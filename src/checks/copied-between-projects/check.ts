import type { ProjectFinding } from '../../model/finding';
import { EVERY_KIND } from '../check';
import { defineCheck, type SayOver } from '../define-check';
import { brief } from '../wording';
import { areAlike, pagesOf, type ProjectPage } from './project-page';
import { rowsAlike } from './rows-alike';

type Variant = 'name' | 'text' | 'rows';

/**
 * Silent between two projects whose names are nearly the same (one project's phases, years or levels
 * of funds): what they share is theirs.
 */
export const copiedBetweenProjects = defineCheck({
  id: 'copied-between-projects',
  code: 'JX502',
  severity: 'warning',
  kinds: EVERY_KIND,
  scope: 'table',
  about: ['goal', 'name'],
  texts: {
    'zh-CN': {
      title: '像是从别的项目抄来',
      message: {
        name: '“{name}”的表里写的是另一个项目“{other}”：“{found}”。',
        text: '“{name}”与“{other}”的这段文字一字不差：“{found}”。',
        rows: '“{name}”与“{other}”有 {found} 行指标的名称和指标值都一样，如“{row}”。',
      },
      why: '绩效目标和指标应当是本项目自己的；照抄别的项目，完成值也就核不实。',
      fix: '请核对这里写的是不是本项目；确属同类项目、目标相同的，可以不改。',
      basis: '审核中常见问题“绩效目标雷同、照搬其他项目”',
    },
    en: {
      title: 'Looks copied from another project',
      message: {
        name: 'The form of “{name}” speaks of another project, “{other}”: “{found}”.',
        text: '“{name}” and “{other}” say this to the letter: “{found}”.',
        rows: '“{name}” and “{other}” share {found} rows of the same name and target, such as “{row}”.',
      },
      why: 'Goals and indicators are a project’s own; copied ones cannot be checked.',
      fix: 'See whether this is the right project; where the projects are of one kind, leave it.',
      basis: 'A known complaint of reviewers: goals copied from other projects',
    },
  },
  overProjects(say, projects) {
    const pages = pagesOf(projects);
    return [...foreignNames(say, pages), ...sameTexts(say, pages), ...sameRows(say, pages)];
  },
});

/** A goal that names another project and not its own. */
function foreignNames(
  say: SayOver<Variant>,
  pages: readonly ProjectPage[],
): readonly ProjectFinding[] {
  return pages.flatMap((page) =>
    page.texts
      .filter(({ packed }) => !packed.includes(page.key))
      .flatMap(({ packed, place, text }) => {
        const other = pages.find(
          ({ key, isTelling }) =>
            isTelling &&
            packed.includes(key) &&
            !page.about.includes(key) &&
            !key.includes(page.key),
        );
        if (!other) return [];
        const data = { name: brief(page.name), other: brief(other.name) };
        return [say([place], { variant: 'name', data, found: brief(text) })];
      }),
  );
}

/** House rule: shorter texts (完成全年工作任务) come about by themselves. */
const LONG_TEXT = 20;

function sameTexts(
  say: SayOver<Variant>,
  pages: readonly ProjectPage[],
): readonly ProjectFinding[] {
  const first = new Map<
    string,
    { page: ProjectPage; place: ProjectPage['texts'][number]['place'] }
  >();
  const found: ProjectFinding[] = [];
  for (const page of pages) {
    for (const { packed, place, text } of page.texts) {
      if (packed.length < LONG_TEXT) continue;
      const before = first.get(packed);
      if (!before) {
        first.set(packed, { page, place });
        continue;
      }
      if (areAlike(before.page, page)) continue;
      const data = { name: brief(page.name), other: brief(before.page.name) };
      found.push(say([place, before.place], { variant: 'text', data, found: brief(text) }));
    }
  }
  return found;
}

function sameRows(say: SayOver<Variant>, pages: readonly ProjectPage[]): readonly ProjectFinding[] {
  return rowsAlike(pages).flatMap(({ page, other, rows: [first, ...more] }) =>
    first === undefined
      ? []
      : say([first.place, ...more.map(({ place }) => place)], {
          variant: 'rows',
          severity: 'info',
          data: { name: brief(page.name), other: brief(other.name), row: brief(first.name) },
          found: more.length + 1,
        }),
  );
}
