import fc from 'fast-check';
import { isSlip, type Suspect } from '../../../src/report/text/facts/slip';
import { milder, weigh } from '../../../src/report/text/facts/weigh';

const one = (text: string, meant: string): readonly Suspect[] => [{ text, meant }];

describe('a slip', () => {
  it.each([
    ['a digit changed', '1672.12', '1642.12'],
    ['two neighbours exchanged', '302.4', '320.4'],
    ['two exchanged over the point', '72.56', '75.26'],
    ['a digit left out', '162.12', '1672.12'],
    ['a digit written twice', '16672.12', '1672.12'],
    ['a point left out', '645', '64.5'],
    ['a nought too many', '2350', '235'],
    ['the step of a unit', '48600', '4.86'],
  ])('is one wrong key: %s', (_, text, meant) => expect(isSlip(one(text, meant))).toBe(true));

  it.each([
    ['off by anything', '443', '782'],
    ['of two digits, any two of which are a key apart', '12', '17'],
    ['a rate of one digit', '5', '95'],
    ['the same', '123.4', '123.4'],
  ])('is not: %s', (_, text, meant) => expect(isSlip(one(text, meant))).toBe(false));

  it('is none where so many short figures might be the wrong one that chance makes one fit', () => {
    expect(isSlip([...one('75', '80'), ...one('150', '160'), ...one('200', '187')])).toBe(false);
    expect(isSlip([...one('96.43', '89.29'), ...one('125', '135'), ...one('140', '130')])).toBe(
      true,
    );
  });

  it('hardly ever explains what is off by anything', () => {
    const figure = fc.integer({ min: 1000, max: 9999 });
    let all = 0;
    let slips = 0;
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        all += 1;
        slips += isSlip(one(String(a), String(b))) ? 1 : 0;
      }),
      { numRuns: 4000, seed: 1 },
    );
    expect(slips / all).toBeLessThan(0.02);
  });
});

describe('how sure a finding is', () => {
  const slip = one('1672.12', '1642.12');
  it.each([
    ['bound by its words, and a slip', true, slip, 'error'],
    ['bound by its words, off by anything', true, one('443', '782'), 'warning'],
    ['a slip, read in another way perhaps', false, slip, 'warning'],
    ['neither', false, one('443', '782'), 'info'],
    ['nothing to compare', false, [], 'info'],
  ] as const)('%s', (_, explicit, suspects, severity) =>
    expect(weigh({ explicit, suspects })).toBe(severity),
  );

  it('is never more than its check allows', () => {
    expect(milder('warning', 'error')).toBe('warning');
    expect(milder('error', 'info')).toBe('info');
  });
});
