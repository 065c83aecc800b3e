import { grouped } from '../model/grouped';
import type { Table } from '../model/table';

/** What labels below the rows ask for. One that asks for reasons and measures is about the reasons. */
const ASKED = {
  reason: /原因/,
  problems: /问题/,
  measures: /措施|整改/,
  other: /^(?:其他)?(?:需要)?说明(?:的)?(?:问题|事项)?$/,
} as const;

export type FootNote = keyof typeof ASKED;

const LONGEST_LABEL = 24;

/** What a form says below its rows under a label of its own; null where it has no such label or says nothing. */
export function footNote({ notes }: Pick<Table, 'notes'>, of: FootNote): string | null {
  const lines = [...grouped(notes, ({ cell }) => cell.row).values()];
  for (const [label, ...values] of lines) {
    const said = (label?.value ?? '').replace(/[\s:：]/g, '');
    const asked = Object.entries(ASKED).find(([, words]) => words.test(said))?.[0];
    const text = values.map(({ value }) => value.trim()).join('');
    const isFilled = text !== '' && (of === 'other' || text !== '无') && !/^(?:请|填写)/.test(text);
    if (said.length <= LONGEST_LABEL && asked === of && isFilled) return text;
  }
  return null;
}
