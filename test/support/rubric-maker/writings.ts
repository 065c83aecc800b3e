import fc from 'fast-check';

export const of = <T>(...items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);

/** A row of a scoring form whose right points are known: one number, a span, or a person's to give. */
export interface MadeRow {
  readonly kind: string;
  readonly criteria: string;
  readonly weight: number;
  readonly name: string;
  readonly told: string;
  /** In hundredths; null where a person must judge. */
  readonly truth: readonly [number, number] | null;
}

const FULL_WIDTH = '０１２３４５６７８９';
const CHINESE = '零一二三四五六七八九十';

const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => FULL_WIDTH.charAt(Number(digit)));

/** A share in tenths of a percent, as people write it. */
export const shareWriting = (tenths: number): fc.Arbitrary<string> =>
  of(`${tenths / 10}%`, `${tenths / 10}％`, wide(`${tenths / 10}%`), `${tenths / 10} %`);

/** Points in hundredths with the verb before them. */
export const pointsWriting = (hundredths: number): fc.Arbitrary<string> => {
  const points = hundredths / 100;
  const chinese = Number.isInteger(points) && points <= 10 ? CHINESE.charAt(points) : '';
  return of(
    `得${points}分`,
    `计${points}分`,
    `，得${points}分`,
    `的得${points}分`,
    `的，计 ${points} 分`,
    `得${wide(String(points))}分`,
    ...(chinese === '' || points === 0 ? [] : [`得${chinese}分`]),
  );
};

export const lossWriting = (hundredths: number): fc.Arbitrary<string> =>
  of(`扣${hundredths / 100}分`, `，扣${hundredths / 100}分`, `扣减${hundredths / 100}分`);

export const stepWriting = (amount: number): fc.Arbitrary<string> =>
  of(
    `${amount}个百分点`,
    `${amount}%`,
    `${amount} 个百分点`,
    ...(amount === 1 ? ['一个百分点'] : []),
  );

export const stops = of('，扣完为止', '，扣完为止。', '，直至扣完', '。', '', '，最低0分');
export const parted = of('；', '，', '。', '\n', ';');

/** What else a row tells beside its figure. */
const NOISE = of(
  ['', ''],
  ['2023年', ''],
  ['截至12月底，', ''],
  ['经统计，', ''],
  ['', '，详见附件'],
  ['', '。'],
  ['按照方案推进，', ''],
);

export const withNoise = (told: string): fc.Arbitrary<string> =>
  NOISE.map(([before, after]) => `${before}${told}${after}`);

/** Points left after so many steps were lost, never below 0. */
export const rest = (weight: number, lost: number): number => Math.max(0, weight * 100 - lost);
