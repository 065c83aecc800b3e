import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readReport } from '../../../src/report/text/read-report';
import { verifyReport } from '../../../src/report/text/verify-report';

/** The list of a folder's alarms that was read and kept, beside its texts. */
const KEPT = 'alarms.txt';

export interface AlarmChanges {
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

/** One line for each alarm of a folder's .txt and .md texts: file, paragraph, severity, check, what was found. */
export const alarmsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/.test(name) && name !== KEPT)
    .sort()
    .flatMap((name) =>
      verifyReport(
        readReport(readFileSync(path.join(folder, name), 'utf8')),
        null,
        name.endsWith('.md') ? 'markdown' : 'text',
      ).findings.map(({ paragraph, severity, id, found, excerpt }) =>
        [name, paragraph, severity, id, found ?? '', excerpt].join('\t'),
      ),
    );

export const keptAlarms = (folder: string): string[] => {
  const file = path.join(folder, KEPT);
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
};

/** Which alarms a change adds and removes; the same line twice counts twice. */
export function alarmChanges(now: readonly string[], kept: readonly string[]): AlarmChanges {
  const without = (all: readonly string[], others: readonly string[]): string[] => {
    const left = [...others];
    return all.filter((line) => {
      const at = left.indexOf(line);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  return { added: without(now, kept), gone: without(kept, now) };
}

export const keepAlarms = (folder: string, alarms: readonly string[]): void =>
  writeFileSync(path.join(folder, KEPT), alarms.map((line) => `${line}\n`).join(''));
