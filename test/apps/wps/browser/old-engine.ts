/**
 * Run in a page before anything else: takes away what Chromium got after version 80 and WPS's pages
 * may lack or hang on. Everything used of it all the same is written down in `window.misused`.
 * It must be one function without anything from outside, because it is sent to the page as text.
 */
export function becomeOldEngine(): void {
  const page = window as unknown as Record<string, unknown> & { misused?: string[] };
  const misused: string[] = [];
  page.misused = misused;
  const refuse = (name: string) => (): never => {
    misused.push(name);
    throw new Error(`${name} is not there in WPS`);
  };
  const lists = [
    Array.prototype,
    String.prototype,
    Object.getPrototypeOf(Uint8Array.prototype) as object,
  ] as unknown as Record<string, unknown>[];
  const newer = [
    ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'],
    ['replaceAll', 'isWellFormed', 'toWellFormed', 'at'],
  ].flat();
  for (const list of lists) for (const name of newer) Reflect.deleteProperty(list, name);
  for (const name of ['hasOwn', 'groupBy']) Reflect.deleteProperty(Object, name);
  for (const name of ['any', 'withResolvers', 'try']) Reflect.deleteProperty(Promise, name);
  for (const name of ['groupBy']) Reflect.deleteProperty(Map, name);
  for (const name of [
    'structuredClone',
    'WeakRef',
    'FinalizationRegistry',
    'AggregateError',
    'Iterator',
    'scheduler',
    'navigation',
    'showOpenFilePicker',
  ]) {
    Reflect.deleteProperty(page, name);
  }
  for (const name of ['union', 'intersection', 'difference', 'isSubsetOf']) {
    Reflect.deleteProperty(Set.prototype, name);
  }
  for (const name of ['replaceChildren', 'checkVisibility']) {
    Reflect.deleteProperty(Element.prototype, name);
  }
  const kinds = [Number, Date, String, Array, BigInt].map(
    (kind) => kind.prototype as unknown as Record<string, unknown>,
  );
  for (const kind of kinds) {
    for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
      if (name in kind) kind[name] = refuse(name);
    }
  }
  for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource']) {
    page[name] = refuse(name);
  }
  Object.defineProperty(window.navigator, 'clipboard', { value: undefined });
  Object.defineProperty(window.navigator, 'sendBeacon', { value: refuse('sendBeacon') });
  Object.defineProperty(window, 'crypto', { value: { getRandomValues: refuse('crypto') } });
}
