import { rangeName, type Range } from '../../model/grid';

/** WPS, as Excel's object model, takes no longer address of several areas. */
const MOST_ADDRESS = 255;

/** Several areas to one address, as many as it takes. */
export function shortAddresses(ranges: readonly Range[]): readonly string[] {
  const lists: string[] = [];
  let list = '';
  for (const range of ranges) {
    const name = rangeName(range);
    const joined = list === '' ? name : `${list},${name}`;
    if (joined.length <= MOST_ADDRESS) list = joined;
    else {
      lists.push(list);
      list = name;
    }
  }
  return list === '' ? lists : [...lists, list];
}
