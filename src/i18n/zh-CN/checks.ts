/** Keys `checks.` … */
export const checks: Readonly<Record<string, string>> = {};
