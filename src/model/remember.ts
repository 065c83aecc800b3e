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

/**
 * A pure function of one text or figure that remembers its answers: forms say the same thing again
 * and again. After `limit` different questions it forgets all of them, so memory stays bounded.
 */
export function remembering<K extends string | number, V>(
  limit: number,
  answer: (question: K) => V,
): (question: K) => V {
  const answers = new Map<K, V>();
  return (question) => {
    const known = answers.get(question);
    if (known !== undefined) return known;
    const found = answer(question);
    if (answers.size >= limit) answers.clear();
    answers.set(question, found);
    return found;
  };
}
