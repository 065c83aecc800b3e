/** What TypeScript sees of `bundles.js`; the rows are webpack's business. */
export declare const ROOT: string;
export declare const BUNDLES: readonly {
  readonly name: string;
  readonly folder?: string;
  readonly entry: Readonly<Record<string, unknown>>;
  readonly html?: { readonly templateParameters?: Readonly<Record<string, unknown>> };
}[];
