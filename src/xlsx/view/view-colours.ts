import { INDEXED_COLOURS } from '../indexed-colours';
import { rememberingParts } from '../remember-parts';
import { rawAttribute } from '../write/write-markup';
import { childElements, findElement, type XmlTag } from '../xml';

/** Reads the colour an element such as `<fgColor theme="4" tint="0.4"/>` names; null: automatic. */
export type ReadColour = (text: string, tag: XmlTag) => string | null;

/** The theme of an Office without one of its own, in the order of `theme` (§18.8.3): lt1 dk1 lt2 dk2 … */
const OFFICE_THEME =
  'ffffff 000000 e7e6e6 44546a 4472c4 ed7d31 a5a5a5 ffc000 5b9bd5 70ad47 0563c1 954f72'.split(' ');

const SCHEME = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

const isHex = (text: string): boolean => /^[0-9a-fA-F]{6}$/.test(text);

const themeColours = rememberingParts((theme): readonly string[] => {
  const scheme = findElement(theme, 'clrScheme');
  if (!scheme) return OFFICE_THEME;
  const found = new Map<string, string>();
  for (const entry of childElements(theme, scheme.inner)) {
    for (const { tag } of childElements(theme, entry.inner)) {
      const colour = rawAttribute(theme, tag, tag.name === 'sysClr' ? 'lastClr' : 'val');
      if (colour !== null && isHex(colour)) found.set(entry.tag.name, colour.toLowerCase());
    }
  }
  return SCHEME.map((name, index) => found.get(name) ?? OFFICE_THEME[index] ?? '000000');
});

const ownPalette = rememberingParts((styles): readonly string[] => {
  const list = findElement(styles, 'indexedColors');
  if (!list) return INDEXED_COLOURS;
  return [...childElements(styles, list.inner)].map(({ tag }, index) => {
    const colour = (rawAttribute(styles, tag, 'rgb') ?? '').slice(-6);
    return isHex(colour) ? colour.toLowerCase() : (INDEXED_COLOURS[index] ?? '000000');
  });
});

const channel = (value: number): string =>
  Math.round(Math.min(1, Math.max(0, value)) * 255)
    .toString(16)
    .padStart(2, '0');

/** Lightens (0…1) or darkens (-1…0) by the luminance of the HLS model (§18.8.19). */
function tinted(colour: string, tint: number): string {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(
    (at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255,
  );
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const light = (most + least) / 2;
  const wanted = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const spread = most - least;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * light - 1));
  const width = (1 - Math.abs(2 * wanted - 1)) * saturation;
  const low = wanted - width / 2;
  return [red, green, blue]
    .map((value) => channel(spread === 0 ? wanted : low + ((value - least) / spread) * width))
    .join('');
}

/** Colours are `#rrggbb`; those that are automatic or unknown are null. */
export function colourReader(styles: string | null, theme: string | null): ReadColour {
  const scheme = theme === null ? OFFICE_THEME : themeColours(theme);
  const palette = styles === null ? INDEXED_COLOURS : ownPalette(styles);
  return (text, tag) => {
    const rgb = rawAttribute(text, tag, 'rgb')?.slice(-6) ?? '';
    const themed = rawAttribute(text, tag, 'theme');
    const indexed = rawAttribute(text, tag, 'indexed');
    const base = isHex(rgb)
      ? rgb.toLowerCase()
      : themed !== null
        ? scheme[Number(themed)]
        : indexed !== null
          ? palette[Number(indexed)]
          : undefined;
    if (base === undefined) return null;
    const tint = Number(rawAttribute(text, tag, 'tint') ?? '0');
    return `#${Number.isFinite(tint) && tint !== 0 ? tinted(base, Math.max(-1, Math.min(1, tint))) : base}`;
  };
}
