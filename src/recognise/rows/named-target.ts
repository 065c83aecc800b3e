import { remembering } from '../../model/remember';
import { normaliseText } from '../../quantity/normalise';

const LONGEST = 60;
const NAMED =
  /^([^\d≥≤><=:]{2,30}?)[,:]?((?:[≥≤><=]=?|不低于|不少于|不小于|不超过|不高于|不大于|达到?|至少|至多)\d.*|(?<=[:,])\S.*|\d[^:]*)$/;

/** A name with its target in one cell: 养护面积≥36公顷, 合格率：100%. Null for a name alone. */
export const splitNamed = remembering(
  500,
  (text: string): { readonly name: string; readonly target: string } | null => {
    if (text.length > LONGEST) return null;
    const [, name, target] = NAMED.exec(normaliseText(text)) ?? [];
    return name === undefined || target === undefined ? null : { name, target };
  },
);
