/** What TypeScript sees of `plain-script.js`. */
export declare function plainScript(source: string): string;
