import type { Enforces } from './rules';

/** Crossings of the bridge between page and WPS, by member. */
export interface Bridge {
  readonly calls: Map<string, number>;
  /** The members crossed for, in turn. */
  readonly log: string[];
  total: number;
  /** From this crossing on WPS refuses; null: never. */
  throwAt: number | null;
  /** How many crossings it refuses; Infinity: all of them. */
  throwTimes: number;
  /** Crossings that are always refused, as `PageSetup.Orientation=`; null: none. */
  fails: ((label: string) => boolean) | null;
  /** A misspelt member reads as undefined, as WPS does, instead of throwing. */
  readonly lenient: boolean;
  readonly enforces: Enforces;
}

export const openBridge = (lenient: boolean, enforces: Enforces): Bridge => ({
  calls: new Map(),
  log: [],
  total: 0,
  throwAt: null,
  throwTimes: Number.POSITIVE_INFINITY,
  fails: null,
  lenient,
  enforces,
});

/** The number WPS and Excel give for anything they refuse. */
export class EtError extends Error {
  constructor(what: string) {
    super(`0x800A03EC ${what}`);
  }
}

function cross(bridge: Bridge, label: string): void {
  if (!bridge.enforces('counted')) return;
  bridge.total += 1;
  bridge.log.push(label);
  bridge.calls.set(label, (bridge.calls.get(label) ?? 0) + 1);
  if (bridge.fails?.(label)) throw new EtError(label);
  if (bridge.throwAt !== null && bridge.total >= bridge.throwAt && bridge.throwTimes > 0) {
    bridge.throwTimes -= 1;
    throw new EtError(`refused at call ${bridge.total} (${label})`);
  }
}

/**
 * An object of the model: counts every reading, writing and calling of a member; a member that is
 * not there throws, although WPS answers undefined, because that is always a mistake of ours.
 */
export function strict<T extends object>(kind: string, bridge: Bridge, members: T): T {
  return new Proxy(members, {
    get: (target, name) => {
      if (typeof name === 'symbol' || name === 'then' || name === 'toJSON') return undefined;
      if (!(name in target)) {
        if (bridge.lenient || !bridge.enforces('unknown-read')) return undefined;
        throw new TypeError(`${kind} has no ${name}`);
      }
      cross(bridge, `${kind}.${name}`);
      return Reflect.get(target, name, target) as unknown;
    },
    set: (target, name, value) => {
      if (typeof name === 'symbol') throw new TypeError(`${kind}: a symbol cannot be set`);
      const place = Object.getOwnPropertyDescriptor(target, name);
      if (!place) {
        if (!bridge.enforces('unknown-write')) return true;
        throw new TypeError(`${kind} has no ${name} to be set`);
      }
      if (place.set === undefined && place.writable !== true) {
        if (!bridge.enforces('read-only')) return true;
        throw new TypeError(`${kind}.${name} can only be read`);
      }
      cross(bridge, `${kind}.${name}=`);
      return Reflect.set(target, name, value, target);
    },
    has: (target, name) => name in target,
  });
}
