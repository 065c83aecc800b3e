const FORBIDDEN = '[]:*?/\\';
const MOST_NAME = 31;

/** Whether Excel takes a text as the name of a sheet. */
export function isSheetName(name: string): boolean {
  const quoted = name.startsWith("'") || name.endsWith("'");
  const isClean = Array.from(name).every((sign) => sign >= ' ' && !FORBIDDEN.includes(sign));
  return name !== '' && name.length <= MOST_NAME && !quoted && isClean;
}

/** The name itself, or `汇总表(2)` and so on where it is taken; upper and lower case are the same. */
export function freeSheetName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name;
  for (let number = 2; ; number++) {
    const after = `(${number})`;
    const candidate = name.slice(0, MOST_NAME - after.length) + after;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** Names of our own sheets inside a formula as they are in the workbook; texts in quotes stay. */
export function renameInFormula(formula: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return formula;
  return formula.replace(
    /"(?:[^"]|"")*"|'((?:[^']|'')*)'!|([^\s'"!+\-*/^&=<>(),;:{}[\]%]+)!/g,
    (whole, quoted: string | undefined, plain: string | undefined) => {
      const name = quoted?.replaceAll("''", "'") ?? plain;
      const actual = name === undefined ? undefined : names.get(name);
      return actual === undefined ? whole : `'${actual.replaceAll("'", "''")}'!`;
    },
  );
}
