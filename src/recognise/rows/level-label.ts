import { normaliseText } from '../../quantity/normalise';
import { remembering } from '../../model/remember';

/** A level's name and the weight printed with it: `产出指标(50分)` → 产出指标, 50. */
export interface LevelLabel {
  readonly label: string;
  readonly weight: number | null;
}

const BRACKETED = /^(.*?)\(\s*(\d{1,3}(?:\.\d{1,4})?)\s*(?:分|%)?\s*\)?$/;
/** The opening bracket was lost, or there never was one: `效益指标30分)`, `项目决策2分`. */
const BARE = /^(.*?[^\d.])(\d{1,3}(?:\.\d{1,4})?)\s*分\)?$/;
const PERCENT = /^(.*?[^\d.])(\d{1,3}(?:\.\d{1,4})?)%\)?$/;

/** `一、`, `（一）` before a level count the levels. */
const NUMBERING = /^(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+[、.])/;

/** Reads one level name. White space inside the name (产 出 指 标) is layout and goes. */
export function readLevelLabel(text: string): LevelLabel {
  const plain = normaliseText(text).replace(NUMBERING, '');
  for (const pattern of [BRACKETED, BARE, PERCENT]) {
    const match = pattern.exec(plain);
    if (match) return { label: match[1] ?? '', weight: Number(match[2]) };
  }
  return { label: plain.replace(/\([^()]*$/, '') || plain, weight: null };
}

/**
 * A cell that names a whole path, `项目绩效85分/产出指标40分/数量指标15分`, gives one label per
 * step; any other cell gives one. Only a path whose every step carries a weight is one.
 */
export const readLevelPath = remembering(500, (text: string): readonly LevelLabel[] => {
  const steps = text.split(/[/\n]/).filter((step) => step.trim() !== '');
  const labels = steps.map(readLevelLabel);
  return labels.length > 1 && labels.every((label) => label.weight !== null && label.label !== '')
    ? labels
    : [readLevelLabel(text)];
});
