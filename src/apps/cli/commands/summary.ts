import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { findingsOverProjects } from '../../../engine/over-projects';
import { cellLabel } from '../../../model/address';
import { Failure } from '../../../model/failure';
import type { ProjectFinding } from '../../../model/finding';
import type { ScoredProject } from '../../../model/score';
import { VERSION } from '../../../model/version';
import { projectGroups, type ProjectGrouping } from '../../../report/cross-project';
import { projectSheet } from '../../../report/project-sheet';
import { RESULT_TEXTS } from '../../../report/result-texts';
import {
  groupJson,
  projectFindingJson,
  type ProjectFindingJson,
  type SummaryJson,
} from '../../../report/summary-json';
import { speaker } from '../../../texts/catalogue';
import { newWorkbook } from '../../../xlsx/write/new-workbook';
import type { Arguments } from '../arguments';
import { collectProjects, type Projects } from '../collect-projects';
import type { Command } from '../command';
import { languageOf, type ExitStatus, type Io } from '../io';
import { writeWhole } from '../outputs';
import { deflate } from '../read-input';
import { textsOf } from '../texts';

const GROUPINGS: readonly ProjectGrouping[] = ['none', 'department', 'folder'];

export const command: Command = {
  options: {
    out: 'text',
    group: 'text',
    profile: 'text',
    map: 'texts',
    force: 'switch',
    json: 'switch',
  },
  async run(args, io) {
    const grouping = groupingOf(args);
    const out = args.texts['out'];
    if (out !== undefined) checkOut(out, args, io);
    const projects = await collectProjects(args, io);
    if (projects.stopped !== null) return projects.stopped;
    const groups = projectGroups(projects.rows, grouping);
    const texts = RESULT_TEXTS[languageOf(io.env)];
    const findings = overUnits(projects.scored).map((one) => projectFindingJson(one, texts));
    if (out !== undefined) {
      const failed = projects.failed.map(({ path, error }) => ({ path, reason: error.message }));
      const date = new Date().toISOString().slice(0, 10);
      const bytes = newWorkbook([projectSheet(groups, { texts, date, failed })], { deflate });
      writeWhole(resolve(io.cwd, out), bytes);
    }
    if (args.switches.has('json')) {
      const document: SummaryJson = {
        version: 1,
        engine: VERSION,
        group: grouping,
        projects: groups.flatMap(({ rows }) => rows),
        groups: grouping === 'none' ? [] : groups.map(groupJson),
        findings,
        failed: projects.failed,
      };
      io.stdout.write(JSON.stringify(document, null, 2) + '\n');
    } else tell(projects, findings, out, io);
    return statusOf(projects, findings);
  },
};

/** @throws Failure `usage-group` */
function groupingOf({ texts }: Arguments): ProjectGrouping {
  const named = texts['group'] ?? 'none';
  const grouping = GROUPINGS.find((one) => one === named);
  if (!grouping) throw new Failure('usage-group', { group: named });
  return grouping;
}

/** @throws Failure `usage-summary-file`; `output-exists`: it may be a person's, and is never written over unasked. */
function checkOut(out: string, { switches }: Arguments, io: Io): void {
  if (extname(out).toLowerCase() !== '.xlsx')
    throw new Failure('usage-summary-file', { path: out });
  if (existsSync(resolve(io.cwd, out)) && !switches.has('force')) {
    throw new Failure('output-exists', { path: out });
  }
}

/** Projects are held against each other within a unit: those of one department, or that name none. */
function overUnits(projects: readonly ScoredProject[]): readonly ProjectFinding[] {
  const units = new Map<string, ScoredProject[]>();
  for (const project of projects) {
    const { department, unit } = project.result.table;
    const name = unit?.value ?? department?.value ?? '';
    const others = units.get(name);
    if (others) others.push(project);
    else units.set(name, [project]);
  }
  return [...units.values()].flatMap(findingsOverProjects);
}

function tell(
  { rows, failed }: Projects,
  findings: readonly ProjectFindingJson[],
  out: string | undefined,
  io: Io,
): void {
  const say = speaker('cli.summary', textsOf(io.env));
  const print = speaker('cli.print', textsOf(io.env));
  const lines = [
    ...(out === undefined
      ? rows.map(({ number, project, path, filledScore, score, grade }) =>
          say('row', {
            number: number ?? '',
            project: project ?? path,
            filled: filledScore ?? '—',
            score: score ?? '—',
            grade: grade ?? '',
          }).trimEnd(),
        )
      : [say('written', { path: out })]),
    ...failed.map(({ path, error }) => `${path}: ${error.message} ${error.hint}`),
    ...findings.map(
      ({ severity, path, sheet, cell, message, rule }) =>
        `${print(`severity.${severity}`)}  ${path} ${cellLabel(sheet, cell)}  ${message} ${rule}`,
    ),
    say('total', { projects: rows.length, failed: failed.length }),
  ];
  io.stdout.write(lines.join('\n') + '\n');
}

function statusOf({ failed }: Projects, findings: readonly ProjectFindingJson[]): ExitStatus {
  if (failed.length > 0) return 2;
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}
