import { CHECKS } from '../checks/registry';
import type { ProjectFinding } from '../model/finding';
import type { ScoredProject, WorkbookResult } from '../model/score';

/** Every scored table of some workbooks as a project, in their order. */
export const scoredProjects = (
  workbooks: readonly { readonly path: string; readonly result: WorkbookResult }[],
): readonly ScoredProject[] =>
  workbooks.flatMap(({ path, result }) => result.tables.map((table) => ({ path, result: table })));

/**
 * What the projects of one unit show only when taken together (`unit-all-full`,
 * `copied-between-projects`): the checks in the order of their codes, then the projects in theirs.
 * `path`, `sheet` and `cell` are the first place a finding speaks of, `places` all of them. Whoever has
 * the projects of several units calls it for each unit. Pure; linear in rows but for pairs of projects
 * that share some.
 */
export const findingsOverProjects = (
  projects: readonly ScoredProject[],
): readonly ProjectFinding[] =>
  CHECKS.flatMap(({ overProjects }) => overProjects?.(projects) ?? []);
