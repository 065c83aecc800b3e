import { chineseNumeral } from '../../chinese-numeral';
import type { HeadingStyle } from '../read-report';

/** A heading's number as its level writes it: 三、 （三） 3. （3）. */
export function writtenNumber(style: HeadingStyle, count: number): string {
  const number = style <= 2 ? chineseNumeral(count) : String(count);
  return style === 2 || style === 4 ? `（${number}）` : style === 1 ? `${number}、` : `${number}.`;
}
