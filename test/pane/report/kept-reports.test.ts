import {
  keptJson,
  readKeptReports,
  withDraft,
  withWaiver,
  type KeptDraft,
} from '../../../src/pane/report/kept-reports';

const draft = (project: string): KeptDraft => ({
  document: '附表.xlsx',
  sheet: '附表',
  structure: 'cn-project',
  project,
  text: '写过的',
});

test('what another version kept is neither read nor lost', () => {
  const later = { ...draft('甲'), newKey: 1 };
  const stored = JSON.stringify({ drafts: [draft('乙'), later], waivers: [1], more: { a: 1 } });
  const { text, ...of } = draft('丙');
  const kept = withDraft(readKeptReports(stored), of, text);
  expect(kept.drafts).toEqual([draft('丙'), draft('乙')]);
  expect(JSON.parse(keptJson(stored, kept))).toEqual({
    drafts: [draft('丙'), draft('乙'), later],
    waivers: [1],
    more: { a: 1 },
  });
});

test.each([null, '', '{', '1', '[]', '{"drafts": 1}'])(
  '%s is as if nothing were kept',
  (stored) => {
    const nothing = { drafts: [], waivers: [] };
    expect(readKeptReports(stored)).toEqual(nothing);
    const waived = withWaiver(nothing, { report: 'a', check: 'b', excerpt: 'c' }, 'd');
    expect(readKeptReports(keptJson(stored, waived))).toEqual(waived);
  },
);
