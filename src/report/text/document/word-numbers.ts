import { chineseNumeral } from '../../chinese-numeral';
import { valueIn, xmlEvents } from './xml-events';

interface Level {
  format: string;
  /** `%1.`, `（%2）`. */
  text: string;
  start: number;
}

type Levels = Map<number, Level>;

/** Gives the numbers that Word sets before paragraphs, counted in reading order. */
export type NumberNext = (numberId: string, depth: number) => string;

/** Reads `word/numbering.xml`; bullets and unknown lists give no mark. */
export function wordNumbers(numberingXml: string | null): NumberNext {
  const { abstracts, instances } = readNumbering(numberingXml);
  const counts = new Map<string, number[]>();
  return (numberId, depth) => {
    const abstractId = instances.get(numberId);
    const levels = abstracts.get(abstractId ?? '');
    const level = levels?.get(depth);
    if (abstractId === undefined || !levels || !level || level.format === 'bullet') return '';
    const row = counts.get(abstractId) ?? [];
    counts.set(abstractId, row);
    row.length = Math.max(row.length, depth + 1);
    row[depth] = (row[depth] ?? level.start - 1) + 1;
    row.length = depth + 1;
    return level.text.replace(/%(\d)/g, (_, index: string) => {
      const at = Number(index) - 1;
      const own = levels.get(at);
      return spelled(row[at] ?? own?.start ?? 1, own?.format ?? 'decimal');
    });
  };
}

function readNumbering(xml: string | null) {
  const abstracts = new Map<string, Levels>();
  const instances = new Map<string, string>();
  if (xml === null) return { abstracts, instances };
  let levels: Levels | null = null;
  let level: Level | null = null;
  let instance: string | null = null;
  for (const event of xmlEvents(xml, 'word/numbering.xml')) {
    if (event.kind !== 'open') continue;
    const { name, tag } = event;
    const value = valueIn(tag) ?? '';
    if (name === 'abstractNum') {
      levels = new Map();
      abstracts.set(valueIn(tag, 'abstractNumId') ?? '', levels);
    } else if (name === 'lvl') {
      level = { format: 'decimal', text: '', start: 1 };
      levels?.set(Number(valueIn(tag, 'ilvl')), level);
    } else if (name === 'num') instance = valueIn(tag, 'numId');
    else if (name === 'abstractNumId' && instance !== null) instances.set(instance, value);
    else if (name === 'numFmt' && level) level.format = value;
    else if (name === 'lvlText' && level) level.text = value;
    else if (name === 'start' && level) level.start = Number(value);
  }
  return { abstracts, instances };
}

const CHINESE = /^(?:chinese|ideograph|japaneseCounting|taiwanese|korean)/;

function spelled(count: number, format: string): string {
  if (CHINESE.test(format)) return chineseNumeral(count);
  if (format.startsWith('decimalEnclosedCircle') && count <= 20) {
    return String.fromCharCode(0x245f + count);
  }
  return String(count);
}
