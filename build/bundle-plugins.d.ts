import type { Compiler } from 'webpack';

/** What TypeScript sees of `bundle-plugins.js`. */
export declare class LastBuild {
  constructor(version: string);
  /** Names of files that webpack leaves to it. */
  static readonly KEEPS: RegExp;
  apply(compiler: Compiler): void;
}
