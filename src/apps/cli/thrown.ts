/** Fields of whatever was thrown; errors of another realm (a worker's, Node's own) are no `Error` here. */
function field(reason: unknown, name: 'code' | 'message' | 'name'): string {
  if (typeof reason !== 'object' || reason === null || !(name in reason)) return '';
  const value: unknown = Reflect.get(reason, name);
  return typeof value === 'string' ? value : '';
}

/** `ENOENT` and the like; empty where there is none. */
export const codeOf = (reason: unknown): string => field(reason, 'code');

export const messageOf = (reason: unknown): string => field(reason, 'message');

/** One line for people who will send it to us. */
export function describe(reason: unknown): string {
  const text = [field(reason, 'name'), messageOf(reason)].filter((part) => part !== '').join(': ');
  return (text === '' ? String(reason) : text).replace(/\s+/g, ' ').slice(0, 200);
}
