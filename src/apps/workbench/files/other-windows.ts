/** Windows of the same page tell each other that they live, so that none offers another's drafts. */
export interface OtherWindows {
  readonly own: string;
  /** The names of the other windows that answer. */
  alive(): Promise<ReadonlySet<string>>;
}

const CHANNEL = 'jixiao-workbench';
const WAIT = 200;

interface Told {
  readonly kind: 'who' | 'here';
  readonly window: string;
}

/** A name nobody else has; `crypto.randomUUID` is missing on plain http. */
export function newName(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(4));
  return [...numbers].map((number) => number.toString(36)).join('');
}

export function joinWindows(own: string = newName()): OtherWindows {
  if (typeof BroadcastChannel === 'undefined') {
    return { own, alive: () => Promise.resolve(new Set()) };
  }
  const channel = new BroadcastChannel(CHANNEL);
  const others = new Set<string>();
  channel.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if (data.kind === 'here') others.add(data.window);
    else channel.postMessage({ kind: 'here', window: own } satisfies Told);
  });
  return {
    own,
    alive: () =>
      new Promise((resolve) => {
        channel.postMessage({ kind: 'who', window: own } satisfies Told);
        setTimeout(() => resolve(others), WAIT);
      }),
  };
}
