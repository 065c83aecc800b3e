/** Fields of whatever was thrown; errors of another realm (a worker's, Node's own) are no `Error` here. */
function field(reason: unknown, name: 'code' | 'message'): string {
  if (typeof reason !== 'object' || reason === null || !(name in reason)) return '';
  const value: unknown = Reflect.get(reason, name);
  return typeof value === 'string' ? value : '';
}

/** `ENOENT` and the like; empty where there is none. */
export const codeOf = (reason: unknown): string => field(reason, 'code');

export const messageOf = (reason: unknown): string => field(reason, 'message');
