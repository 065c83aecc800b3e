import { openCounts, type FindingCounts } from '../../src/model/finding';
import { findingItems, type FindingItem } from '../../src/pane/finding-items';
import { createSession, type Session } from '../../src/pane/session';
import type { Settings, Stage } from '../../src/pane/session-state';
import type { HostPort } from '../../src/hosts/port';
import { parseCellName } from '../../src/model/grid';
import type { Ledger } from '../../src/model/ledger';
import type { CellValue } from '../../src/model/snapshot';
import { openForm, testClock, withEdits, type EditedHost, type TestClock } from './pane-forms';

/** A session over a form, with its workbook and clock in the test's hands. */
export interface Running {
  readonly session: Session;
  readonly host: EditedHost;
  readonly clock: TestClock;
}

interface Circumstances {
  readonly settings?: Partial<Settings>;
  /** The program tells of our own writes as well. */
  readonly echo?: boolean;
  /** What the session is given in place of the host. */
  readonly through?: (host: EditedHost) => HostPort;
}

export async function open({
  settings = {},
  echo = false,
  through,
}: Circumstances = {}): Promise<Running> {
  const host = withEdits(await openForm(), echo);
  const clock = testClock();
  const session = createSession({ host: through?.(host) ?? host, clock, settings });
  await session.start();
  return { session, host, clock };
}

export async function scored(circumstances: Circumstances = {}): Promise<Running> {
  const running = await open(circumstances);
  await running.session.preview();
  await running.session.apply();
  return running;
}

export async function cellOf({ file }: EditedHost, name: string): Promise<CellValue> {
  const cell = parseCellName(name);
  const sheet = (await file.read()).sheets[0];
  return (cell && sheet?.values[cell.row]?.[cell.column]) ?? null;
}

export const ledgerOf = async ({ file }: EditedHost): Promise<Ledger | null> =>
  (await file.read()).ledger;

export function items(session: Session): FindingItem[] {
  const { workbook } = session.state();
  if (!workbook) throw new Error('not read');
  return findingItems(workbook.snapshot, workbook.result, workbook.options);
}

export function item(session: Session, check: string): FindingItem {
  const found = items(session).find(({ finding }) => finding.check === check);
  if (!found) throw new Error(`no ${check}`);
  return found;
}

/** The stages a session goes through while work is done. */
export async function stagesOf(
  session: Session,
  work: () => Promise<void>,
): Promise<readonly Stage['kind'][]> {
  const seen: Stage['kind'][] = [];
  const leave = session.subscribe(() => seen.push(session.state().stage.kind));
  await work();
  leave();
  return seen;
}

/** Lets so many promises be kept, to come between the steps of something under way. */
export async function steps(count: number): Promise<void> {
  for (let step = 0; step < count; step++) await Promise.resolve();
}

export const openCountsIn = (session: Session): FindingCounts =>
  openCounts(items(session).map(({ finding }) => finding));
