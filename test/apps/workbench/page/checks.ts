/** Counts what holds and what does not, and goes on after a failure. */
export interface Checks {
  readonly check: (what: string, holds: boolean, detail?: string) => void;
  readonly same: (what: string, got: unknown, expected: unknown) => void;
  /** What throws is one failure. */
  readonly part: (name: string, work: () => Promise<void>) => Promise<void>;
  counts(): { readonly passed: number; readonly failed: number };
}

export function createChecks(only: string | undefined): Checks {
  let passed = 0;
  let failed = 0;
  const check = (what: string, holds: boolean, detail = ''): void => {
    if (holds) passed += 1;
    else {
      failed += 1;
      console.error(`✗ ${what}${detail === '' ? '' : `: ${detail}`}`);
    }
  };
  return {
    check,
    same: (what, got, expected) => {
      const [one, other] = [JSON.stringify(got), JSON.stringify(expected)];
      check(what, one === other, `${one.slice(0, 300)} instead of ${other.slice(0, 300)}`);
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
    counts: () => ({ passed, failed }),
  };
}
