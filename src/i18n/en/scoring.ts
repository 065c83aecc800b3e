/** Keys `scoring.` … */
export const scoring: Readonly<Record<string, string>> = {};
