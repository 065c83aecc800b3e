/** Keys `errors.` … */
export const errors: Readonly<Record<string, string>> = {};
