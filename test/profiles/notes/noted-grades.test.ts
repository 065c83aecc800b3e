import fc from 'fast-check';
import { gradesIn } from '../../../src/profiles/notes/noted-grades';
import { sentencesOf } from '../../../src/profiles/notes/plain-note';

const read = (note: string) =>
  sentencesOf(note).flatMap((sentence) =>
    (gradesIn(sentence) ?? []).map(({ word, from }) => `${word}${String(from)}`),
  );

test.each<[string, readonly string[]]>([
  [
    '注：评价等级分为优（90-100分）、良（80-89分）、中（60-79分）、差（0-59分）。',
    ['优90', '良80', '中60', '差0'],
  ],
  [
    '2.自评得分90分（含）以上为优秀，80分（含）至90分为良好，60分（含）至80分为合格，60分以下为不合格。',
    ['优秀90', '良好80', '合格60', '不合格0'],
  ],
  [
    '评价结果：得分≥95为优；85≤得分<95为良；75≤得分<85为中；60≤得分<75为低；得分<60为差',
    ['优95', '良85', '中75', '低60', '差0'],
  ],
  ['等级：[90,100]为优、[70,90)为良、[0,70)为差', ['优90', '良70', '差0']],
  ['得分在90分以上的评为优，90分以下的评为差', []],
  ['优（90-100分）、良（80-89分）、中（50-69分）、差（0-49分）', []],
  ['优（90%-100%）、良（80%-90%）、差（0%-80%）', []],
  ['评价结果中，优良率90分', []],
])('%s', (note, grades) => {
  expect(read(note)).toEqual(grades);
});

const WORDS = [
  ['优', '良', '差'],
  ['优', '良', '中', '差'],
  ['优秀', '良好', '合格', '不合格'],
  ['优秀', '良好', '中等', '较差'],
  ['优', '良', '中', '低', '差'],
] as const;

const ladder = fc.constantFrom(...WORDS).chain((words) =>
  fc.record({
    words: fc.constant(words),
    ends: fc
      .uniqueArray(fc.integer({ min: 30, max: 98 }), {
        minLength: words.length - 1,
        maxLength: words.length - 1,
      })
      .map((ends) => [...ends].sort((a, b) => b - a)),
    style: fc.constantFrom('bracket', 'sign', 'words', 'whole'),
    between: fc.constantFrom('、', '，', '；', ';'),
  }),
);

test('every ladder of grades is read as it was written, in whatever signs', () => {
  fc.assert(
    fc.property(ladder, ({ words, ends, style, between }) => {
      const froms = [...ends, 0];
      const told = words.map((word, at) => {
        const [from, above] = [froms[at] ?? 0, at === 0 ? null : (froms[at - 1] ?? 0)];
        const isLast = at === words.length - 1;
        if (style === 'bracket') return `${word}（${String(from)}-${String(above ?? 100)}分）`;
        if (style === 'whole') {
          return `${word}：${String(from)}～${String(above === null ? 100 : above - 1)}分`;
        }
        if (style === 'sign') {
          if (above === null) return `得分≥${String(from)}分为${word}`;
          return isLast
            ? `得分＜${String(above)}分为${word}`
            : `${String(from)}≤得分＜${String(above)}为${word}`;
        }
        if (above === null) return `${String(from)}分（含）以上为${word}`;
        return isLast
          ? `${String(above)}分以下为${word}`
          : `${String(from)}分（含）至${String(above)}分的为${word}`;
      });
      const expected = words.map((word, at) => `${word}${String(froms[at])}`);
      expect(read(`注：评价等级${told.join(between)}。`)).toEqual(expected);
    }),
  );
});

test('a gap or a range twice is no ladder', () => {
  fc.assert(
    fc.property(ladder, fc.integer({ min: 2, max: 9 }), ({ words, ends }, gap) => {
      const froms = [...ends, 0];
      const note = words
        .map((word, at) => {
          const above = at === 0 ? 100 : (froms[at - 1] ?? 0);
          const top = at === 1 ? above - gap : above;
          return `${word}(${String(froms[at] ?? 0)}-${String(top)}分)`;
        })
        .join('、');
      expect(read(note)).toEqual([]);
    }),
  );
});
