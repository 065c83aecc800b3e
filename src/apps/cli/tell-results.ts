import { VERSION } from '../../model/version';
import { documentJson } from '../../report/result-json';
import { colourful, type Io } from './io';
import { filesOf, type Outcome } from './outcome';
import { prettyResults } from './print-results';
import { textsOf } from './texts';

/** Results as JSON on stdout; what people should know besides goes to stderr. */
export function tellJson(outcomes: readonly Outcome[], io: Io): void {
  for (const { path, error, notes } of outcomes) {
    if (error) io.stderr.write(`${path}: ${error.message} ${error.hint}\n`);
    for (const note of notes) io.stderr.write(`${path}: ${note}\n`);
  }
  io.stdout.write(JSON.stringify(documentJson(VERSION, filesOf(outcomes)), null, 2) + '\n');
}

/** Results for people; `findings`: each is listed, or they are only counted. */
export function tellPretty(outcomes: readonly Outcome[], io: Io, findings: boolean): void {
  const colours = colourful(io, io.stdout);
  io.stdout.write(prettyResults(outcomes, { texts: textsOf(io.env), colours, findings }));
}
