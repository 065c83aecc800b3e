/**
 * What JSON from outside must look like, as plain data: `misfit` reads by it, and
 * `build/schemas.ts` publishes it.
 */
export type Rule = (
  | { readonly kind: 'text'; readonly pattern?: RegExp; readonly most?: number }
  | ({ readonly kind: 'number' } & NumberLimits)
  | { readonly kind: 'flag' | 'object' }
  | { readonly kind: 'only'; readonly values: readonly Literal[] }
  | ({ readonly kind: 'list'; readonly item: Rule } & ListLimits)
  | { readonly kind: 'row'; readonly items: readonly Rule[]; readonly more: boolean }
  | { readonly kind: 'map'; readonly item: Rule }
  | { readonly kind: 'record'; readonly fields: Fields<Rule>; readonly open: boolean }
  | { readonly kind: 'either'; readonly rules: readonly Rule[] }
) & { readonly optional?: true };

/** A rule for values of a type. `of` is never there; it carries the type. */
export type Shape<T> = Rule & { readonly of?: T };

export type Fields<T = unknown> = Readonly<Record<string, T>>;
type Literal = string | number | boolean | null;

/** Both ends count. `finite` leaves out what JSON.parse makes of 1e999. */
interface NumberLimits {
  readonly least?: number;
  readonly most?: number;
  readonly whole?: boolean;
  readonly finite?: boolean;
}

interface ListLimits {
  readonly least?: number;
  readonly most?: number;
}

/** Keys and indexes from the outside in. */
export type Place = readonly (string | number)[];

/** Any text; a narrower type is taken on trust. */
export const text = <T extends string = string>(
  limits: { readonly pattern?: RegExp; readonly most?: number } = {},
): Shape<T> => ({ kind: 'text', ...limits });

export const number = (limits: NumberLimits = {}): Shape<number> => ({ kind: 'number', ...limits });

/** 0, 1, 2 … */
export const count: Shape<number> = number({ least: 0, whole: true });

export const flag: Shape<boolean> = { kind: 'flag' };

export const only = <const T extends readonly Literal[]>(...values: T): Shape<T[number]> => ({
  kind: 'only',
  values,
});

/** Any object that is no list; what is in it is taken on trust. */
export const object = <T extends object = Fields>(): Shape<T> => ({ kind: 'object' });

export const listOf = <T>(item: Shape<T>, limits: ListLimits = {}): Shape<readonly T[]> => ({
  kind: 'list',
  item,
  ...limits,
});

/** A list of so many items, each of its own shape. */
export const row = <T extends readonly unknown[]>(
  ...items: { readonly [K in keyof T]: Shape<T[K]> }
): Shape<T> => ({ kind: 'row', items, more: false });

/** As `row`, with more items after them, which nobody reads. */
export const openRow = <T extends readonly unknown[]>(
  ...items: { readonly [K in keyof T]: Shape<T[K]> }
): Shape<T> => ({ kind: 'row', items, more: true });

export const mapOf = <T>(item: Shape<T>): Shape<Fields<T>> => ({ kind: 'map', item });

type FieldShapes<T> = { readonly [K in keyof T]-?: Shape<T[K]> };

/** An object of these fields and no others. */
export const record = <T extends object>(fields: FieldShapes<T>): Shape<T> => ({
  kind: 'record',
  fields,
  open: false,
});

/** An object of these fields and whatever else, which is kept. */
export const openRecord = <T extends object>(fields: FieldShapes<T>): Shape<T> => ({
  kind: 'record',
  fields,
  open: true,
});

export const either = <T extends readonly unknown[]>(
  ...rules: { readonly [K in keyof T]: Shape<T[K]> }
): Shape<T[number]> => ({ kind: 'either', rules });

export const orNull = <T>(shape: Shape<T>): Shape<T | null> => either(only(null), shape);

/** A field that may be left out. */
export const optional = <T>(shape: Shape<T>): Shape<T> => ({ ...shape, optional: true });

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value has a shape. It is not copied. */
export const fits = <T>(shape: Shape<T>, value: unknown): value is T =>
  misfit(shape, value) === null;

/** The value if it has the shape, else null. */
export const fitting = <T>(shape: Shape<T>, value: unknown): T | null =>
  fits(shape, value) ? value : null;

/** Where a value first differs from a rule; null where it fits. */
export function misfit(rule: Rule, value: unknown): Place | null {
  switch (rule.kind) {
    case 'text':
      return said(typeof value === 'string' && isWithin(rule, value));
    case 'number':
      return said(typeof value === 'number' && isInRange(rule, value));
    case 'flag':
      return said(typeof value === 'boolean');
    case 'object':
      return said(isFields(value));
    case 'only':
      return said(rule.values.some((one) => one === value));
    case 'either':
      return misfitOfAll(rule.rules, value);
    case 'list':
      return Array.isArray(value) && isLongEnough(rule, value) ? first(value, () => rule.item) : [];
    case 'row':
      return Array.isArray(value) && (rule.more || value.length === rule.items.length)
        ? first(
            rule.items.map((_, index): unknown => value[index]),
            (index) => rule.items[index],
          )
        : [];
    case 'map':
      return isFields(value) ? misfitOfMap(rule.item, value) : [];
    case 'record':
      return isFields(value) ? misfitOfRecord(rule, value) : [];
  }
}

/** Of the rule that came furthest, since that is the one which was meant. */
function misfitOfAll(rules: readonly Rule[], value: unknown): Place | null {
  let furthest: Place = [];
  for (const rule of rules) {
    const place = misfit(rule, value);
    if (place === null) return null;
    if (place.length > furthest.length) furthest = place;
  }
  return furthest;
}

const said = (good: boolean): Place | null => (good ? null : []);

const within = (key: string | number, place: Place | null): Place | null =>
  place === null ? null : [key, ...place];

const isWithin = (
  { pattern, most = Infinity }: { readonly pattern?: RegExp; readonly most?: number },
  value: string,
): boolean => value.length <= most && (pattern === undefined || pattern.test(value));

const isInRange = (
  { least = -Infinity, most = Infinity, whole = false, finite = false }: NumberLimits,
  value: number,
): boolean =>
  value >= least &&
  value <= most &&
  (!whole || Number.isInteger(value)) &&
  (!finite || Number.isFinite(value));

const isLongEnough = (
  { least = 0, most = Infinity }: ListLimits,
  value: readonly unknown[],
): boolean => value.length >= least && value.length <= most;

function first(
  items: readonly unknown[],
  ruleOf: (index: number) => Rule | undefined,
): Place | null {
  for (let index = 0; index < items.length; index++) {
    const rule = ruleOf(index);
    const place = rule ? misfit(rule, items[index]) : null;
    if (place !== null) return [index, ...place];
  }
  return null;
}

function misfitOfMap(item: Rule, value: Fields): Place | null {
  for (const key of Object.keys(value)) {
    const place = misfit(item, value[key]);
    if (place !== null) return [key, ...place];
  }
  return null;
}

function misfitOfRecord(
  { fields, open }: { readonly fields: Fields<Rule>; readonly open: boolean },
  value: Fields,
): Place | null {
  if (!open) {
    const stranger = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
    if (stranger !== undefined) return [stranger];
  }
  for (const key of Object.keys(fields)) {
    const field = fields[key];
    const given = value[key];
    if (field === undefined || (given === undefined && field.optional)) continue;
    const place = within(key, misfit(field, given));
    if (place !== null) return place;
  }
  return null;
}

/** `grades[0].from` */
export const placeText = (place: Place): string =>
  place
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join('');

/** What a text says as JSON, also behind the mark of UTF-8 that Notepad and WPS put; undefined where it is none. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** What was kept of a person's choices, each by itself: one that is damaged is as it was at first. */
export function restored<T extends object>(
  shapes: FieldShapes<T>,
  stored: string | null,
  first: T,
): T {
  const given = parseJson(stored ?? 'null');
  if (!isFields(given)) return first;
  const kept = { ...first };
  for (const key of Object.keys(shapes) as (keyof T & string)[]) {
    const value = given[key];
    if (fits(shapes[key], value)) kept[key] = value;
  }
  return kept;
}
