import { checkOf } from '../checks/registry';
import type { CheckId } from '../model/check-id';
import type { FindingEntry, ReviewedFinding } from '../model/finding';
import { cellName } from '../model/grid';
import { grouped } from '../model/grouped';
import { render, speaker, type Texts } from '../texts/catalogue';
import { message } from '../texts/message';
import type { EngineKey } from '../texts/zh-CN/engine';

/** What a line of a list says: the same words in the pane, on 核查清单, on paper and on a terminal. */
export interface EntryText {
  /** `H9`; `H9 等 7 格`. */
  readonly place: string;
  /** One line: what is wrong. */
  readonly problem: string;
  /** What to do; cell by cell where it differs; null where nothing is advised. */
  readonly fix: string | null;
  /** The row, or the project; empty for several. */
  readonly subject: string;
}

/** Cells named one by one; more are counted. */
const MOST_NAMED = 6;

export function entryText(entry: FindingEntry, texts: Texts<EngineKey>): EntryText {
  const say = speaker('engine', texts);
  const { lead, cells, findings } = entry;
  const own = findings.filter(({ check }) => check === lead.check);
  const first = cellName(lead.cell);
  const titleOf = (check: string): string => render(message(`check.${check}.title`), texts);
  const others = [...new Set(findings.map(({ check }) => check))].filter(
    (check) => check !== lead.check,
  );
  const names = cells.slice(0, MOST_NAMED).map((cell) => cellName(cell));
  const told =
    own.length === 1
      ? render(lead.message, texts)
      : say(cells.length > MOST_NAMED ? 'entry.many' : 'entry.several', {
          title: titleOf(lead.check),
          count: cells.length,
          cells: names.join(say('entry.and')),
        });
  const also = others.map(titleOf).join(say('entry.and'));
  const subjects = new Set(findings.map(({ subject }) => subject));
  return {
    place: cells.length === 1 ? first : say('entry.place', { cell: first, count: cells.length }),
    problem: also === '' ? told : told + say('entry.also', { titles: also }),
    fix: fixText(
      [...own, ...findings.filter(({ check }) => check !== lead.check && remains(check))],
      texts,
    ),
    subject: subjects.size === 1 ? lead.subject : '',
  };
}

/** Whether a finding told in another's line is left to be done when that one is. */
const remains = (check: CheckId): boolean => checkOf(check).toldWith.remains === true;

/** One advice for all, or what to do cell by cell. */
function fixText(own: readonly ReviewedFinding[], texts: Texts<EngineKey>): string | null {
  return cellByCell(own, ({ fix }) => fix && render(fix, texts), texts);
}

/** What is said of several findings: once where it is the same of all, else by their cells. */
export function cellByCell(
  findings: readonly ReviewedFinding[],
  tell: (finding: ReviewedFinding) => string | null,
  texts: Texts<EngineKey>,
): string | null {
  const say = speaker('engine', texts);
  const said = findings.flatMap((finding) => {
    const text = tell(finding);
    return text === null ? [] : [{ text, cell: finding.cell }];
  });
  const told = grouped(said, ({ text }) => text);
  const [first] = told.keys();
  if (first === undefined || told.size === 1) return first ?? null;
  const lines = [...told].slice(0, MOST_NAMED).map(([text, own]) => {
    const names = own.slice(0, MOST_NAMED).map((one) => cellName(one.cell));
    const isMany = own.length > MOST_NAMED;
    const cell = isMany
      ? say('entry.place', { cell: names[0] ?? '', count: own.length })
      : names.join(say('entry.and'));
    return say('entry.line', { cell, text });
  });
  const rest = told.size > MOST_NAMED ? [say('entry.more', { count: findings.length })] : [];
  return [...lines, ...rest].join('\n');
}
