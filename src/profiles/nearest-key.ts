import type { Place, Rule } from '../model/decode';

/** Farther apart they are different words. */
const MOST_APART = 3;

/** The key of the schema that a key which is none was meant for; null where nothing is near, or the key is one. */
export function nearestKey(rule: Rule, place: Place): string | null {
  let at: Rule | undefined = rule;
  for (const key of place.slice(0, -1)) at = at && inside(at, key);
  const stranger = place.at(-1);
  if (at?.kind !== 'record' || typeof stranger !== 'string') return null;
  const keys = Object.keys(at.fields);
  if (keys.includes(stranger)) return null;
  const ranked = keys
    .map((key) => ({ key, apart: distance(stranger.toLowerCase(), key.toLowerCase()) }))
    .sort((a, b) => a.apart - b.apart);
  const [best] = ranked;
  const most = Math.min(MOST_APART, Math.floor(stranger.length / 2));
  return best && best.apart <= most ? best.key : null;
}

function inside(rule: Rule, key: string | number): Rule | undefined {
  if (rule.kind === 'record' && typeof key === 'string') return rule.fields[key];
  if (rule.kind === 'list' || rule.kind === 'map') return rule.item;
  if (rule.kind === 'either') return rule.rules.map((one) => inside(one, key)).find(Boolean);
  return undefined;
}

/** Characters put in, left out or exchanged to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
