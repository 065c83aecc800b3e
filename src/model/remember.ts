/** A pure function that remembers its last answer: a column says the same thing on row after row. */
export function repeating<K extends string | number, V>(
  answer: (question: K) => V,
): (question: K) => V {
  let last: { readonly question: K; readonly answer: V } | null = null;
  return (question) => {
    if (last?.question !== question) last = { question, answer: answer(question) };
    return last.answer;
  };
}

/** Shorter ones are copied where they are cut out; longer ones are whole parts, and few. */
const CUT = { shortest: 13, longest: 4096 };

/**
 * A text of its own: one that was cut out of a sheet's holds all of it for as long as it is known. What is
 * cut out of two texts put together is cut out of a copy of the two.
 */
const ownText = (text: string): string =>
  text.length < CUT.shortest || text.length > CUT.longest ? text : ` ${text}`.slice(1);

function remembered<K, V>(
  limit: number,
  own: (question: K) => K,
  answer: (question: K) => V,
): (question: K) => V {
  const answers = new Map<K, V>();
  return (question) => {
    const known = answers.get(question);
    if (known !== undefined) return known;
    const kept = own(question);
    const found = answer(kept);
    if (answers.size >= limit) answers.clear();
    answers.set(kept, found);
    return found;
  };
}

/**
 * A pure function of one text that remembers its answers: forms say the same thing again and again.
 * After `limit` different questions it forgets all of them, so memory stays bounded.
 */
export const remembering = <V>(
  limit: number,
  answer: (question: string) => V,
): ((question: string) => V) => remembered(limit, ownText, answer);

/** The same of one figure. */
export const rememberingFigures = <V>(
  limit: number,
  answer: (question: number) => V,
): ((question: number) => V) => remembered(limit, (figure) => figure, answer);

/** What a function makes of an object, worked out once for each: many checks ask the same of one sentence. */
export function once<Of extends object, Made>(work: (of: Of) => Made): (of: Of) => Made {
  const known = new WeakMap<Of, { readonly made: Made }>();
  return (of) => {
    const before = known.get(of);
    if (before) return before.made;
    const made = work(of);
    known.set(of, { made });
    return made;
  };
}
