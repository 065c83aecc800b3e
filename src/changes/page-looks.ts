import type { SheetStyle } from '../model/patch';
import { TONE_FILLS } from './fill-memory';

/** Tells our chart from those a person put on the sheet. */
export const CHART_NAME = 'jixiao-summary';

/** How a style of our sheets looks, in every host. */
export interface Look {
  readonly bold: boolean;
  readonly underline: boolean;
  /** Points more than the workbook's standard size. */
  readonly larger: number;
  readonly color: string;
  readonly fill: string | null;
  readonly border: boolean;
  /** `General`: text left, numbers right. */
  readonly horizontal: 'General' | 'Left' | 'Center' | 'Right';
  readonly wrap: boolean;
  readonly format: string | null;
}

export const LINE_COLOR = '#A6A6A6';
/** Points a title is larger than the standard font. */
export const TITLE_LARGER = 5;
/** Points of the standard font the looks are reckoned from. */
export const STANDARD_SIZE = 11;

const body: Look = {
  bold: false,
  underline: false,
  larger: 0,
  color: '#000000',
  fill: null,
  border: true,
  horizontal: 'Left',
  wrap: true,
  format: null,
};

export const LOOKS: Readonly<Record<SheetStyle, Look>> = {
  title: { ...body, bold: true, larger: TITLE_LARGER, border: false, horizontal: 'Center' },
  heading: { ...body, bold: true, larger: 1, border: false },
  header: { ...body, bold: true, fill: '#D9E2EC', horizontal: 'Center' },
  text: body,
  number: { ...body, horizontal: 'Right', wrap: false },
  percent: { ...body, horizontal: 'Right', wrap: false, format: '0.00%' },
  total: { ...body, bold: true, fill: '#F2F2F2', horizontal: 'General' },
  error: { ...body, fill: TONE_FILLS.error },
  warning: { ...body, fill: TONE_FILLS.warning },
  info: { ...body, fill: TONE_FILLS.info },
  link: { ...body, underline: true, color: '#0563C1' },
  note: { ...body, color: '#595959', border: false },
};
