import type { Arguments, OptionKinds } from './arguments';
import type { ExitStatus, Io } from './io';

/** One command: its options, and what it does with them. */
export interface Command {
  readonly options: OptionKinds;
  run(args: Arguments, io: Io): Promise<ExitStatus>;
}
