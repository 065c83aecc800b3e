import type { Profile } from '../../model/profile';

const RESCALED =
  /(?<!不)适用(?:的)?指标(?:的)?得分汇总[^;]{0,10}(?:百分制|折算)|不适用[^;]{0,12}(?:不考核|不计|不评|剔除|不参与)[^;]{0,24}(?:折算|换算)(?:成|为|到)?(?:百分|100|满分)/;
const FULL = /不适用[^,;不]{0,8},?[^,;不]{0,6}(?:不扣分|(?:得|计|按)满分)/;
/** 不得按满分, 不计分. */
const DENIED = /不(?:得|能|可|应|予|再)?(?:得|计|按|给)满分|不得|不计分/;

/**
 * What a sentence says of rows that do not apply; null for nothing.
 * @param sentence plain
 */
export function notApplicableIn(sentence: string): Profile['notApplicable'] | null {
  if (RESCALED.test(sentence)) return 'rescale';
  return FULL.test(sentence) && !DENIED.test(sentence) ? 'full' : null;
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
