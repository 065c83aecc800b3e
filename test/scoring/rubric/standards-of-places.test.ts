import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scoreByStandard } from '../../../src/scoring/rubric/score-standard';

/**
 * Rules in the manner of forms of many places: `rule | weight | indicator`, then lines of
 * `what the row tells => points worked out by hand`, a span as `low–high`.
 */
const FILE = join(__dirname, '../../fixtures/standards-of-places.txt');

const CASES = readFileSync(FILE, 'utf8')
  .trim()
  .split('\n\n')
  .flatMap((block) => {
    const [head = '', ...lines] = block.split('\n');
    const [criteria = '', weight = '', name = ''] = head.split(' | ');
    return lines.map((line) => {
      const [told = '', points = ''] = line.split(' => ');
      return { criteria, weight: Number(weight), name, told, points };
    });
  });

test.each(CASES)('$criteria | $told', ({ criteria, weight, name, told, points }) => {
  const reading = scoreByStandard(criteria, weight, { name, told, execution: null }, 2);
  const [low, high] = reading?.span ?? [];
  expect(low === undefined ? 'person' : low === high ? `${low}` : `${low}–${high ?? ''}`).toBe(
    points,
  );
});

test('the file has them all', () => {
  expect(CASES.length).toBeGreaterThan(890);
});
