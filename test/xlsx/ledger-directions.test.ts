import { parseLedger } from '../../src/changes/read-ledger';

const ledger = (directions: unknown): string =>
  JSON.stringify({
    version: 1,
    profile: 'cn-mof-2020',
    mapping: {},
    directions,
    scores: [],
    flags: [],
    sheets: [],
    waivers: [],
    host: {},
  });

test.each([
  ['none', undefined, true],
  ['both ways', { 附表: { 甲: 'positive', 乙: 'reverse' } }, true],
  ['a word there is not', { 附表: { 甲: 'sideways' } }, false],
  ['no sheets', ['reverse'], false],
  ['no rows', { 附表: 'reverse' }, false],
])('a ledger with directions that are %s', (_, directions, sound) => {
  expect(parseLedger(ledger(directions)) !== null).toBe(sound);
});
