/** Stands in for catalogues the pane's first bundle leaves out (build/bundles.js). */
export const cli: Readonly<Record<string, string>> = {};
export const verify: Readonly<Record<string, string>> = {};
export const workbench: Readonly<Record<string, string>> = {};
export const wpsTexts: Readonly<Record<string, string>> = {};
