import { render, type Texts } from '../texts/catalogue';
import type { ProjectFinding } from '../model/finding';
import { cellName } from '../model/grid';
import {
  groupTotal,
  type ProjectGroup,
  type ProjectGrouping,
  type ProjectRow,
} from './cross-project';
import type { ResultKey } from './chinese';
import type { FailedFileJson } from './failed-file-json';
import type { FindingJson } from './result-json';

/** What several projects show only together, at the first place it speaks of. */
export interface ProjectFindingJson extends Pick<
  FindingJson,
  'rule' | 'code' | 'severity' | 'cell' | 'message' | 'expected' | 'found' | 'fix'
> {
  readonly path: string;
  readonly sheet: string;
  readonly places: readonly {
    readonly path: string;
    readonly sheet: string;
    readonly cell: string;
  }[];
}

/** What the projects of a group come to; `name` null: they do not say. */
export interface GroupJson extends Pick<
  ProjectRow,
  'currency' | 'initial' | 'adjusted' | 'executed' | 'rate' | 'indicators' | 'met' | 'unmet'
> {
  readonly name: string | null;
  readonly projects: number;
  readonly errors: number;
  readonly warnings: number;
}

/** The one JSON document of `summary --json`. */
export interface SummaryJson {
  readonly version: 1;
  readonly engine: string;
  readonly group: ProjectGrouping;
  readonly projects: readonly ProjectRow[];
  readonly groups: readonly GroupJson[];
  readonly findings: readonly ProjectFindingJson[];
  readonly failed: readonly FailedFileJson[];
}

export const projectFindingJson = (
  finding: ProjectFinding,
  texts: Texts<ResultKey>,
): ProjectFindingJson => ({
  rule: finding.check,
  code: finding.code,
  severity: finding.severity,
  path: finding.path,
  sheet: finding.sheet,
  cell: cellName(finding.cell),
  places: finding.places.map(({ path, sheet, cell }) => ({ path, sheet, cell: cellName(cell) })),
  message: render(finding.message, texts),
  expected: finding.expected,
  found: finding.found,
  fix: finding.fix ? render(finding.fix, texts) : null,
});

export function groupJson(group: ProjectGroup): GroupJson {
  const total = groupTotal(group);
  return {
    name: group.name,
    projects: group.rows.length,
    currency: total.currency,
    initial: total.initial,
    adjusted: total.adjusted,
    executed: total.executed,
    rate: total.rate,
    indicators: total.indicators,
    met: total.met,
    unmet: total.unmet,
    errors: total.errors,
    warnings: total.warnings,
  };
}
