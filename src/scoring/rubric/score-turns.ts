import type { Reading } from './reading';
import { type RowFacts, withoutSign } from './row-facts';
import type { Branch, Standard } from './standard';
import { type Turn, turnOf, turnOfYears } from './turn';

/** Points by the rules for figures that rose, fell or stayed; null where the row does not say which way. */
export function scoreTurns(
  branches: readonly Branch[],
  facts: RowFacts,
  weight: number,
  score: (standard: Standard, facts: RowFacts, weight: number) => Reading | null,
): Reading | null {
  const turn = turnTold(facts);
  if (turn === null) return null;
  const branch =
    branches.find((one) => one.turn === turn) ?? branches.find((one) => one.turn === 'not');
  if (!branch) return null;
  const { standard, text } = branch;
  if (standard.kind === 'grades') {
    const [grade] = standard.grades;
    return grade ? { span: grade.points, rule: text, fact: facts.text, sum: '' } : null;
  }
  return score(standard, { ...withoutSign(facts), name: '' }, weight);
}

function turnTold({ fragments, figures, name }: RowFacts): Turn | null {
  const years = turnOfYears({ figures, fragments, name });
  if (years) return years;
  const said = fragments.flatMap(({ text }) => turnOf(text) ?? []);
  const turns = new Set(said);
  if (turns.size > 1) return null;
  const [turn] = said;
  if (turn !== undefined)
    return /未|没有/.test(fragments.map(({ text }) => text).join()) ? null : turn;
  const [only] = figures;
  if (figures.length !== 1 || !only) return null;
  return only.value < 0 ? 'fall' : only.value === 0 ? 'level' : null;
}
