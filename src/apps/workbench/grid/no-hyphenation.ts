/** Stands in for the grid's dictionaries of syllables, one per language: nothing here is hyphenated. */
export default [];
