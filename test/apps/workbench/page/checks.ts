/** Counts what holds and what does not, and goes on after a failure. */
export interface Checks {
  readonly check: (what: string, holds: boolean, detail?: string) => void;
  readonly same: (what: string, got: unknown, expected: unknown) => void;
  /** As `same` of what `read` gives in the end: asked again while it is not yet so. */
  readonly comesTo: (
    what: string,
    read: () => Promise<unknown>,
    expected: unknown,
  ) => Promise<void>;
  /** What throws is one failure. */
  readonly part: (name: string, work: () => Promise<void>) => Promise<void>;
  counts(): {
    readonly passed: number;
    readonly failed: number;
    readonly failures: readonly string[];
  };
}

/** How often something is asked before it counts as wrong. */
const ASKED = 100;

export function createChecks(only: string | undefined): Checks {
  let passed = 0;
  const failures: string[] = [];
  const check = (what: string, holds: boolean, detail = ''): void => {
    if (holds) passed += 1;
    else {
      failures.push(`${what}${detail === '' ? '' : `: ${detail}`}`);
      console.error(`✗ ${failures.at(-1) ?? ''}`);
    }
  };
  const same: Checks['same'] = (what, got, expected) => {
    const [one, other] = [JSON.stringify(got), JSON.stringify(expected)];
    check(what, one === other, `${one.slice(0, 300)} instead of ${other.slice(0, 300)}`);
  };
  return {
    check,
    same,
    comesTo: async (what, read, expected) => {
      const wanted = JSON.stringify(expected);
      let got = await read();
      for (let asked = 1; asked < ASKED && JSON.stringify(got) !== wanted; asked += 1) {
        await new Promise((resolve) => setTimeout(resolve, 300));
        got = await read();
      }
      same(what, got, expected);
    },
    part: async (name, work) => {
      if (only !== undefined && !name.includes(only)) return;
      const began = Date.now();
      try {
        await work();
      } catch (reason) {
        check(name, false, reason instanceof Error ? reason.message.slice(0, 600) : String(reason));
      }
      console.log(`${name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
    },
    counts: () => ({ passed, failed: failures.length, failures }),
  };
}
