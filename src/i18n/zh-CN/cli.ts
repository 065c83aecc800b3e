/** Keys `cli.` … */
export const cli: Readonly<Record<string, string>> = {};
