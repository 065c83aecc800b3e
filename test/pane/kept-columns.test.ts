import { keptColumns, readKnownColumns } from '../../src/pane/kept-columns';

const known = (head: string, right = 0) => ({
  heads: [head],
  columns: { actual: [0, right] as const },
});

describe('columns kept for other workbooks', () => {
  it('are read whole or not at all', () => {
    expect(readKnownColumns(JSON.stringify([known('完成值')]))).toEqual([known('完成值')]);
    for (const damaged of [null, '', '{', '3', '[{"heads":3}]']) {
      expect(readKnownColumns(damaged)).toEqual([]);
    }
  });

  it('have the latest of the same heads, and the oldest goes', () => {
    expect(keptColumns([known('甲'), known('乙')], [known('甲', 1)])).toEqual([
      known('乙'),
      known('甲', 1),
    ]);
    const many = Array.from({ length: 60 }, (_, at) => known(`表头${String(at)}`));
    const kept = keptColumns([], many);
    expect([kept.length, kept.at(-1)]).toEqual([40, known('表头59')]);
  });
});
