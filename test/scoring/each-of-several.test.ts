import { cnMof2020 } from '../../src/profiles/cn-mof-2020';
import { scoreRow } from '../../src/scoring/score-row';
import { indicator } from './build';

it.each<[string, string, string, number | null]>([
  ['2期，每期不少于40人', '2期，分别32人、35人', 'unmet', null],
  ['2期，每期不少于40人', '2期，分别为42人、45人', 'met', 10],
  ['2期，每期不少于40人', '2期，分别42人、35人', 'unmet', null],
  ['3场，每场50人', '2场，分别60人、70人', 'unmet', null],
  ['2期，每期不超过40人', '2期，分别32人、35人', 'met', 10],
  ['5个分馆，每馆2名', '5个分馆共8名', 'unmet', 8],
  ['5个分馆每馆2名', '共8名', 'unmet', 8],
  ['5个分馆，每馆2名', '10名', 'met', 10],
  ['5个分馆，每馆2名', '5个分馆，每馆2名', 'met', 10],
  ['5个村，每村3万元', '5个村共12万元', 'unmet', 8],
  // One of them may be short all the same, or it is another thing.
  ['5个分馆，每馆2名', '12名', 'judged', null],
  ['2期，每期不少于40人', '2期，分别3天、4天', 'judged', null],
  ['2期，每期不少于40人', '3期，分别32人、35人', 'judged', null],
])('%s done as %s is %s', (target, actual, status, score) => {
  const row = scoreRow(indicator({ name: '业务培训', target, actual }), {
    kind: 'target',
    profile: cnMof2020,
    hasWeights: true,
  });
  expect([row.status, row.score]).toEqual([status, score]);
});
