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
