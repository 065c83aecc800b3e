import {
  COMMAND_NAMES,
  createCommands,
  type CommandEvent,
  type CommandTarget,
} from '../../pane/commands';
import type { Clock } from '../../pane/session';
import type { FunctionHost } from './functions/register-functions';

/** What of Office is there before it is ready; `Office` itself. */
export interface OfficeEntry {
  readonly actions: { associate(name: string, run: (event: CommandEvent) => void): void };
  readonly addin: { showAsTaskpane(): Promise<void> };
  onReady(): Promise<{ readonly host: unknown } | undefined>;
}

export interface Start {
  /** Null: office.js is not there, which the page says by itself. */
  readonly office: OfficeEntry | null;
  readonly clock: Clock;
  readonly register: (host: FunctionHost) => void;
  readonly functions: FunctionHost | null;
  /** The page is not in Excel. */
  readonly outside: () => void;
  /** Shows the pane; `found` is to be told of it for the commands. */
  readonly open: (found: (target: CommandTarget) => void) => void;
}

/**
 * Starts the page of the shared runtime. Commands and functions are associated at once: a click on
 * a button may be what loads the page, and what is associated later misses it (office-js #5176,
 * #3378; Office-Addin-TaskPane-React `commands.ts` does it outside `onReady`, too).
 */
export function startExcel({
  office,
  clock,
  register,
  functions,
  outside,
  open,
}: Start): Promise<void> {
  if (!office) return Promise.resolve();
  let found: (target: CommandTarget) => void = () => undefined;
  const target = new Promise<CommandTarget>((resolve) => {
    found = resolve;
  });
  const ready = office.onReady();
  const commands = createCommands({
    target,
    clock,
    openPane: async () => {
      await ready;
      await office.addin.showAsTaskpane();
    },
  });
  for (const name of COMMAND_NAMES) {
    office.actions.associate(name, (event) => void commands[name](event));
  }
  if (functions) register(functions);
  return ready.then((info) => {
    if (info?.host === null) outside();
    else open(found);
  });
}

/** The name of a workbook from where it lies: a path, or an address with its signs encoded. */
export function nameOfDocument(url: string | undefined): string {
  const last = (url ?? '').split(/[\\/]/).at(-1) ?? '';
  const name = /^https?:/i.test(url ?? '') ? decoded(last.replace(/[?#].*$/, '')) : last;
  return name === '' ? 'workbook.xlsx' : name;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
