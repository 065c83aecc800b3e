/**
 * Whether two pieces of plain data (objects, lists, texts, figures) say the same. What is undefined is
 * as if it were not there, as in JSON; ends at the first difference.
 */
export function sameData(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isCompound(one) || !isCompound(other)) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const said = keysOf(one);
  return (
    said.length === keysOf(other).length && said.every((key) => sameData(one[key], other[key]))
  );
}

type Compound = Readonly<Record<string, unknown>>;

const isCompound = (data: unknown): data is Compound => typeof data === 'object' && data !== null;

const keysOf = (data: Compound): readonly string[] =>
  Object.keys(data).filter((key) => data[key] !== undefined);
