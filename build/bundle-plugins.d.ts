import type { Compiler } from 'webpack';

/** What TypeScript sees of `bundle-plugins.js`. */
export declare class LastBuild {
  constructor(version: string);
  /** Names of files that webpack leaves to it. */
  static readonly KEEPS: RegExp;
  apply(compiler: Compiler): void;
}

/** Where the large modules of a later script stand, and what they are in brackets. */
export declare function bracketed(
  script: string,
): readonly { readonly start: number; readonly end: number; readonly text: string }[];
