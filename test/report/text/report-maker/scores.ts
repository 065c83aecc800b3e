import fc from 'fast-check';
import { oneOf, told, whole, type Made } from './made';

const points = fc
  .record({
    full: whole(20, 60),
    lost: whole(1, 9),
    words: oneOf(
      ([f, g, l]) => `产出指标满分${f}分，得${g}分，扣${l}分，原因是设备到货晚。`,
      ([f, g, l]) => `效益指标分值${f}分，自评得分${g}分，扣分${l}分。`,
      ([f, g, l]) => `过程指标分值${f}分，得分${g}分，扣${l}分；决策指标分值10分，得分10分。`,
    ),
  })
  .map(({ full, lost, words }): Made => {
    const got = full - lost;
    return told(words, [full, got, lost], 2, lost + 2);
  });

const aboveFull = fc
  .record({
    full: whole(20, 60),
    lost: whole(1, 9),
    words: oneOf(
      ([f, g]) => `产出指标满分${f}分，自评得分${g}分；满意度指标满分10分，自评得分10分。`,
      ([f, g]) => `效益指标分值${f}分，得${g}分。`,
    ),
  })
  .map(({ full, lost, words }): Made => told(words, [full, full - lost], 1, full + lost));

const total = fc
  .record({
    parts: fc.tuple(whole(12, 19), whole(13, 19), whole(25, 34), whole(21, 27)),
    words: oneOf(
      ([t, a, b, c, d]) =>
        `经自评，项目得分${t}分，其中决策${a}分、过程${b}分、产出${c}分、效益${d}分。`,
      ([t, a, b, c, d]) =>
        `自评情况：项目决策${a}分，项目过程${b}分，项目产出${c}分，项目效益${d}分，总得分${t}分。`,
      ([t, a, b, c, d]) =>
        `自评总分${t}分，包括决策类${a}分、过程类${b}分、产出类${c}分、效益类${d}分。`,
      ([t, a, b, c, d]) =>
        `决策指标得${a}分、过程指标得${b}分、产出指标得${c}分、效益指标得${d}分，合计${t}分。`,
    ),
  })
  .map(({ parts: [a, b, c, d], words }): Made => {
    const sum = a + b + c + d;
    return told(words, [sum, a, b, c, d], 0, sum + 2);
  });

/** Each level with its full marks and those got: a subtotal is of those got. */
const subtotal = fc
  .record({
    parts: fc.tuple(whole(12, 20), whole(8, 15), whole(6, 10)),
    words: oneOf(
      ([t, a, b, c]) =>
        `数量指标20分得${a}分，质量指标15分得${b}分，时效指标10分得${c}分，产出小计${t}分。`,
      ([t, a, b, c]) =>
        `产出指标满分45分，得${t}分：数量指标20分，得${a}分；质量指标15分，得${b}分；时效指标10分，得${c}分。`,
    ),
  })
  .map(({ parts: [a, b, c], words }): Made => {
    const sum = a + b + c;
    return told(words, [sum, a, b, c], 0, sum - 2);
  });

const grade = fc
  .record({
    band: fc.constantFrom(
      { low: 90, high: 99, name: '优', wrong: '良' },
      { low: 80, high: 89, name: '良', wrong: '优' },
      { low: 60, high: 79, name: '中', wrong: '优' },
    ),
    at: whole(0, 9),
    words: oneOf(
      ([s, g]) => `项目自评得分${s}分，评价等级为“${g}”。`,
      ([s, g]) => `评价标准：90分以上为优，80-89分为良，60-79分为中。自评得分${s}分，等级为${g}。`,
    ),
  })
  .filter(({ band, at }) => band.low + at <= band.high)
  .map(({ band, at, words }): Made =>
    told(words, [band.low + at, band.name], 1, at < 3 && band.low === 90 ? '中' : band.wrong),
  )
  // 良 for what is 优 by the usual bands is a question only.
  .filter(({ wrong }) => !wrong.includes('“良”'));

const twice = fc
  .record({
    score: whole(71, 99),
    words: oneOf(
      ([s, t]) => `经综合评价，本项目自评得分${s}分。\n综上，项目自评得分为${t}分。`,
      ([s, t]) => `自评总分：${s}分。\n该项目绩效自评得分${t}分。`,
    ),
  })
  .map(({ score, words }): Made => told(words, [score, score], 1, score - 6));

export const SCORES = { points, aboveFull, total, subtotal, grade, twice };
