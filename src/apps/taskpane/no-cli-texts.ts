/** Stands in for the command line's catalogue in the pane's bundle (webpack.pane.config.js). */
export const cli: Readonly<Record<string, string>> = {};
