import type { Profile } from '../../model/profile';

const RESCALED =
  /(?<!不)适用(?:的)?指标[^;]{0,12}(?:百分制|折算|换算)|不适用[^;]{0,16}(?:折算|换算|按比例调整)(?:成|为|到)?(?:百分|100|满分)/;
const FULL = /不适用[^,;]{0,8},?[^,;]{0,6}(?:不扣分|(?:得|计|按)满分)/;

/**
 * What a sentence says of rows that do not apply; null for nothing.
 * @param sentence plain
 */
export function notApplicableIn(sentence: string): Profile['notApplicable'] | null {
  if (RESCALED.test(sentence)) return 'rescale';
  return FULL.test(sentence) ? 'full' : null;
}

const OPTIONAL =
  /(产出|效益|满意度|成本)(?:指标)?[^,;]{0,6}(?:可不(?:作为必评|设|填|评|考核)|可以不(?:设|填|评)|不作为必评|为?非必(?:评|填|设)|为?选(?:填|评|设))/g;

/**
 * Levels that a form may do without: 满意度指标暂可不作为必评指标.
 * @param sentence plain
 */
export const optionalLevelsIn = (sentence: string): readonly string[] => [
  ...new Set([...sentence.matchAll(OPTIONAL)].flatMap(([, level]) => level ?? [])),
];
