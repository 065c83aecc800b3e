import type { Within } from '../../../texts/catalogue';
import type { WpsKey } from '../../../texts/zh-CN/wps';
import type { HostPort } from '../../../hosts/port';
import type { ProbeApplication, ProbeBook, ProbeSheet } from './probe-model';

/** Anything JSON holds. */
export type Seen =
  string | number | boolean | null | readonly Seen[] | { readonly [name: string]: Seen };

/** What a case found. `held` is null where there is nothing to hold, only something to know. */
export interface Observation {
  readonly held: boolean | null;
  readonly seen: Seen;
}

/** What a case may use. All of it belongs to the scratch workbook, which is thrown away. */
export interface Bench {
  readonly application: ProbeApplication;
  readonly book: ProbeBook;
  /** A new, empty sheet of the scratch workbook, removed after the case. */
  readonly sheet: ProbeSheet;
  readonly userAgent: string;
  readonly secure: boolean;
  /** The button in the top 40 pixels of the pane was pressed. */
  readonly topPressed: boolean;
  /** Events heard since the scratch workbook was asked for. */
  readonly heard: (event: string) => number;
  /** The add-in's own adapter over this WPS, for the scratch workbook. */
  readonly host: () => HostPort;
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * One question to a real WPS. Its texts are `wps.probe.<id>.question`, `.how` and `.settles`;
 * those with `book: false` need no scratch workbook.
 */
/** Every case has its texts `wps.probe.<id>.question`, `.how` and `.settles`. */
export type ProbeId = IdOf<Within<'wps.probe', WpsKey>>;
type IdOf<Key> = Key extends `${infer Id}.question` ? Id : never;

export interface ProbeCase {
  readonly id: ProbeId;
  readonly book: boolean;
  readonly run: (bench: Bench) => Observation | Promise<Observation>;
}

export const holds = (held: boolean, seen: Seen): Observation => ({ held, seen });
export const known = (seen: Seen): Observation => ({ held: null, seen });

export const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** A value as JSON can show it, with its type where JSON would lose it. */
export function shown(value: unknown): Seen {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value === undefined) return 'undefined';
  if (Array.isArray(value)) return value.map(shown);
  return typeof value;
}

/** How an answer of cells is built: `scalar`, `1-D 3`, `2-D 2x3`, or another type by its name. */
export function shapeOf(value: unknown): string {
  if (!Array.isArray(value)) {
    return typeof value === 'object' && value !== null ? 'object' : 'scalar';
  }
  const rows: readonly unknown[] = value;
  const [first] = rows;
  return Array.isArray(first) ? `2-D ${rows.length}x${first.length}` : `1-D ${rows.length}`;
}

/** What a call throws, as text; null where it does not. */
export function thrownBy(call: () => unknown): string | null {
  try {
    call();
    return null;
  } catch (reason) {
    return reasonOf(reason);
  }
}

export function reasonOf(reason: unknown): string {
  return reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
}
