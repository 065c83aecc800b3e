import { multiply, quotient, sum, subtract } from '../../quantity/exact';

/** What a name in an expression stands for; null where it is not known. */
export type Lookup = (name: string) => number | null;

type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'name'; readonly name: string };

const TOKEN = /(\d+(?:\.\d+)?)(%?)|([+\-×÷/()])|([A-Za-z\u4e00-\u9fff、_·]+)/y;
const UNIT_WORDS = /^(?:万元|亿元|千元|元|万|亿|个|项|人|户|次|件|亩|公里|份|名|分)$/;
const LONGEST = 200;

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) return null;
    const [whole, digits, percent, sign, name] = match;
    at += whole.length;
    if (digits !== undefined)
      tokens.push({
        kind: 'number',
        value: percent === '%' ? multiply(Number(digits), 0.01) : Number(digits),
      });
    else if (sign !== undefined) tokens.push({ kind: 'sign', sign: sign === '÷' ? '/' : sign });
    else tokens.push({ kind: 'name', name: name ?? '' });
  }
  return tokens;
}

/** A bracket without its other half gets it at the far end: standards are typed by hand. */
function balanced(text: string): string {
  let open = 0;
  let kept = '';
  for (const sign of text) {
    if (sign === ')' && open === 0) kept = `(${kept}`;
    else if (sign === ')') open -= 1;
    if (sign === '(') open += 1;
    kept += sign;
  }
  return kept + ')'.repeat(open);
}

const PLACES = 12;

/**
 * The value of an expression of figures, names, + − × ÷ and brackets, rounded to twelve places; null
 * where it is none, a name is not known or something is divided by 0. Without a lookup the words
 * beside a figure are what it counts and go: 追加767.86万/年初1922.76万.
 */
export function evaluateExpression(text: string, lookup?: Lookup): number | null {
  if (text.length > LONGEST) return null;
  const tokens = tokensOf(balanced(text));
  if (!tokens) return null;
  const used = lookup
    ? tokens
    : tokens.filter((token) => token.kind !== 'name' || token.name === 'abs');
  if (
    !lookup &&
    tokens.some((token) => token.kind === 'name' && /万元?|亿元?/.test(token.name)) &&
    mixedUnits(tokens)
  )
    return null;
  return parse(used, lookup ?? (() => null));
}

/** 万元 over 元: the figures are not in one unit. */
function mixedUnits(tokens: readonly Token[]): boolean {
  const units = tokens.flatMap((token, index) => {
    if (token.kind !== 'number') return [];
    const next = tokens[index + 1];
    if (next?.kind !== 'name') return [''];
    return [/^(亿|万)/.exec(next.name)?.[0] ?? (UNIT_WORDS.test(next.name) ? next.name : '')];
  });
  return new Set(units).size > 1;
}

function parse(tokens: readonly Token[], lookup: Lookup): number | null {
  let at = 0;
  const isSign = (...signs: string[]): string | null => {
    const token = tokens[at];
    return token?.kind === 'sign' && signs.includes(token.sign) ? token.sign : null;
  };
  function value(depth: number): number | null {
    const token = tokens[at];
    if (!token || depth > 20) return null;
    at += 1;
    if (token.kind === 'number') return token.value;
    if (token.kind === 'name' && token.name === 'abs') {
      const inner = value(depth + 1);
      return inner === null ? null : Math.abs(inner);
    }
    if (token.kind === 'name') return lookup(token.name);
    if (token.sign === '-') {
      const inner = value(depth + 1);
      return inner === null ? null : -inner;
    }
    if (token.sign !== '(') return null;
    const inner = total(depth + 1);
    if (isSign(')') === null) return null;
    at += 1;
    return inner;
  }
  function product(depth: number): number | null {
    let result = value(depth);
    for (let sign = isSign('×', '/'); sign !== null; sign = isSign('×', '/')) {
      at += 1;
      const next = value(depth);
      if (result === null || next === null) return null;
      result = sign === '×' ? multiply(result, next) : quotient([result], [next], PLACES);
    }
    return result;
  }
  function total(depth: number): number | null {
    let result = product(depth);
    for (let sign = isSign('+', '-'); sign !== null; sign = isSign('+', '-')) {
      at += 1;
      const next = product(depth);
      if (result === null || next === null) return null;
      result = sign === '+' ? sum([result, next]) : subtract(result, next);
    }
    return result;
  }
  const result = total(0);
  return at === tokens.length ? result : null;
}
