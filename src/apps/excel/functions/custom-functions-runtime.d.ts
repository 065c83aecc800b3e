/** The part of Excel's custom-functions runtime that is used; it comes with office.js. */
declare const CustomFunctions: {
  associate(id: string, run: (...args: never[]) => unknown): void;
  readonly Error: new (code: string, message?: string) => Error;
  readonly ErrorCode: { readonly notAvailable: string };
};
