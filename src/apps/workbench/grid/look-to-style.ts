import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderStyleData,
  type IStyleData,
} from '@univerjs/core';
import type { BorderLook, CellLook } from '../../../model/look';

const BORDERS: Readonly<Record<BorderLook['style'], BorderStyleTypes>> = {
  hair: BorderStyleTypes.HAIR,
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  dashed: BorderStyleTypes.DASHED,
  dotted: BorderStyleTypes.DOTTED,
  double: BorderStyleTypes.DOUBLE,
};

const HORIZONTAL: Readonly<Record<NonNullable<CellLook['horizontal']>, HorizontalAlign>> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
};

const VERTICAL: Readonly<Record<NonNullable<CellLook['vertical']>, VerticalAlign>> = {
  top: VerticalAlign.TOP,
  middle: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
};

/** Where a font of the workbook is not installed: what a Chinese reader expects in its stead. */
const STANDS_IN: readonly (readonly [RegExp, string])[] = [
  [/仿宋|FangSong/i, '仿宋, FangSong, STFangsong, Noto Serif CJK SC'],
  [/楷|KaiTi/i, '楷体, KaiTi, STKaiti, Noto Serif CJK SC'],
  [
    /黑|雅黑|等线|SimHei|YaHei|DengXian/i,
    '微软雅黑, Microsoft YaHei, PingFang SC, Noto Sans CJK SC',
  ],
  [/宋|SimSun|Times|Cambria/i, '宋体, SimSun, STSong, Noto Serif CJK SC'],
];
const ANY_FONT = '宋体, SimSun, Noto Sans CJK SC';

/** Pixels of one step of indentation: three characters of about three pixels. */
const INDENT = 9;
const PADDING = 2;

/** A look as the grid's style. */
export function styleOf(look: CellLook): IStyleData {
  const { bd, ...rest } = styleOver(look);
  return { ...withoutNulls(rest), bd: withoutNulls(bd ?? {}) };
}

function withoutNulls<T extends object>(of: T): T {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== null)) as T;
}

/** The same with every absent property said, so that put over another style it leaves nothing of it. */
export function styleOver(look: CellLook): IStyleData {
  return {
    ff: fontStack(look.font),
    fs: look.size ?? 11,
    bl: flag(look.bold),
    it: flag(look.italic),
    ul: { s: flag(look.underline) },
    st: { s: flag(look.strike) },
    cl: look.colour === null ? null : { rgb: look.colour },
    bg: look.fill === null ? null : { rgb: look.fill },
    ht: look.horizontal === null ? HorizontalAlign.UNSPECIFIED : HORIZONTAL[look.horizontal],
    vt: VERTICAL[look.vertical ?? 'bottom'],
    tb: look.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
    pd: padding(look),
    n: look.format === null ? null : { pattern: look.format },
    bd: {
      t: border(look.top),
      r: border(look.right),
      b: border(look.bottom),
      l: border(look.left),
    },
  };
}

function flag(value: boolean): BooleanNumber {
  return value ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

function fontStack(font: string | null): string {
  if (font === null || /^\d|[,"';{}]/.test(font)) return ANY_FONT;
  const standIn = STANDS_IN.find(([name]) => name.test(font));
  return `${font}, ${standIn ? standIn[1] : ANY_FONT}`;
}

function padding(look: CellLook): IStyleData['pd'] {
  const inner = PADDING + look.indent * INDENT;
  const right = look.horizontal === 'right';
  return { t: 0, b: 1, l: right ? PADDING : inner, r: right ? inner : PADDING };
}

function border(look: BorderLook | null): IBorderStyleData | null {
  return look === null ? null : { s: BORDERS[look.style], cl: { rgb: look.colour } };
}
