import { NO_FILL, type Fill } from '../../changes/fill-memory';

/** `xlPatternNone` and `xlPatternSolid`; WPS has no enumerations of its own at run time. */
export const PATTERN_NONE = -4142;
const PATTERN_SOLID = 1;

/** `xlPattern…` → the names fills go by here. */
const PATTERNS: ReadonlyMap<number, string> = new Map([
  [PATTERN_NONE, 'None'],
  [PATTERN_SOLID, 'Solid'],
  [-4125, 'Gray50'],
  [-4126, 'Gray75'],
  [-4124, 'Gray25'],
  [-4128, 'Horizontal'],
  [-4166, 'Vertical'],
  [-4121, 'Down'],
  [-4162, 'Up'],
  [9, 'Checker'],
  [10, 'SemiGray75'],
  [11, 'LightHorizontal'],
  [12, 'LightVertical'],
  [13, 'LightDown'],
  [14, 'LightUp'],
  [15, 'Grid'],
  [16, 'CrissCross'],
  [17, 'Gray16'],
  [18, 'Gray8'],
]);
const NUMBERS: ReadonlyMap<string, number> = new Map(
  [...PATTERNS].map(([number, name]) => [name, number]),
);

/** `#RRGGBB` as the integer WPS takes, blue in the highest byte. */
export function bgrOf(colour: string): number {
  const rgb = Number.parseInt(colour.replace('#', ''), 16);
  return ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >> 16);
}

function colourOfBgr(bgr: number): string {
  const rgb = ((bgr & 0xff) << 16) | (bgr & 0xff00) | ((bgr >> 16) & 0xff);
  return `#${rgb.toString(16).toUpperCase().padStart(6, '0')}`;
}

/** A fill by what WPS says of it; a pattern it does not know has a name nothing can restore. */
export function fillOf(pattern: unknown, colour: unknown, patternColour: () => unknown): Fill {
  const name = PATTERNS.get(Number(pattern)) ?? `pattern ${String(pattern)}`;
  if (name === 'None') return NO_FILL;
  const color = colourOfBgr(Number(colour));
  if (name === 'Solid') return { color, pattern: name, patternColor: '' };
  return { color, pattern: name, patternColor: colourOfBgr(Number(patternColour())) };
}

export const patternNumber = (name: string): number => NUMBERS.get(name) ?? PATTERN_SOLID;
