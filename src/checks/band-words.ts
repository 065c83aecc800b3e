import type { FindingSeverity } from '../model/finding';
import type { Profile } from '../model/profile';
import type { Table } from '../model/table';
import { PROFILES } from '../profiles/load-profile';
import { normaliseText } from '../quantity/normalise';

/** 财预〔2020〕10号's three degrees as the forms print them; 基本达成 is nobody's but the writer's. */
const REGULATION =
  /^(?:已|全部|全面)?(?:部分|未)?达成(?:了)?(?:年度|预期|绩效)*(?:指标|目标|要求)?(?:$|[并且,，。;；(（])/;

/**
 * How sure it is which band a wording belongs to. Error: the words are the regulation's, or a note of
 * the form gives their share. Warning: a person's profile names them. Information: they are only the
 * tool's own list, so it can but ask.
 */
export function bandSeverity(text: string, table: Table, profile: Profile): FindingSeverity {
  const plain = normaliseText(text);
  if (REGULATION.test(plain) || isInNote(plain, table)) return 'error';
  return PROFILES.some(({ id }) => id === profile.id) ? 'info' : 'warning';
}

const isInNote = (plain: string, { notes }: Table): boolean =>
  plain.length > 1 &&
  notes.some(({ value }) => /[%％]/.test(value) && normaliseText(value).includes(plain));
