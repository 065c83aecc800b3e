import { COUNTING_WORDS } from '../../src/quantity/counting-words';
import { isCountingWord } from '../../src/quantity/units';
import { readUnit, unitClass } from '../../src/report/text/facts/units';

describe('the counting words', () => {
  it('stand once each, and somewhere every one of them is read', () => {
    const words = COUNTING_WORDS.map(({ word }) => word);
    expect(words).toHaveLength(new Set(words).size);
    expect(COUNTING_WORDS.filter(({ inForms, inProse }) => !inForms && inProse === null)).toEqual(
      [],
    );
  });

  it.each(COUNTING_WORDS)('$word is read where the table says', ({ word, inForms, inProse }) => {
    if (inForms) expect(isCountingWord(word)).toBe(true);
    if (inProse === null) return;
    // 万亩 is ten thousand 亩.
    const name = word === '万亩' ? '亩' : inProse;
    expect(readUnit(`${word}，`, '完成').name).toBe(name);
    expect(unitClass(word)).toBe(inProse);
  });
});
