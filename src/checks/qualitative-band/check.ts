import { bandSeverity } from '../band-words';
import { EVERY_KIND } from '../check';
import type { Indicator } from '../../model/table';
import { normaliseText } from '../../quantity/normalise';
import { deniesTarget } from '../../scoring/negation';
import { defineCheck } from '../define-check';
import { brief } from '../wording';

export const qualitativeBand = defineCheck({
  id: 'qualitative-band',
  code: 'JX406',
  severity: 'error',
  kinds: EVERY_KIND,
  scope: 'row',
  about: ['judged-score'],
  yields: { 'low-asked': { onRow: ['reason-missing', 'met-not-full'] } },
  texts: {
    'zh-CN': {
      title: '定性得分不在对应档次',
      message: {
        high: '“{name}”完成情况“{actual}”，对应 {from} 分至不足 {to} 分，得 {found} 分偏高。',
        low: '“{name}”完成情况“{actual}”，对应 {from}—{to} 分，得 {found} 分偏低。',
        'high-asked':
          '“{name}”完成情况“{actual}”，通常给 {from} 分至不足 {to} 分，得了 {found} 分，请确认。',
        'low-asked': '“{name}”完成情况“{actual}”，通常给 {from}—{to} 分，只得 {found} 分，请确认。',
      },
      why: '定性指标按达成、部分达成、未达成三档给分。',
      fix: '请在对应档次内给分，或把完成情况写准确。',
      basis:
        '中江县2022年自评表表注：达成100%—80%(含)、部分达成80%—60%(含)、未达成60%—0%；一体化系统同此',
    },
    en: {
      title: 'Score outside the band of its wording',
      message: {
        high: '“{name}” is “{actual}”, which admits {from} to less than {to} points; {found} is too high.',
        low: '“{name}” is “{actual}”, which admits {from}–{to} points; {found} is too low.',
        'high-asked':
          '“{name}” is “{actual}”, usually {from} to less than {to} points; is {found} meant?',
        'low-asked': '“{name}” is “{actual}”, usually {from}–{to} points; is {found} meant?',
      },
      why: 'Qualitative indicators score in three bands: reached, partly reached, not reached.',
      fix: 'Score inside the band, or word the result as it was.',
      basis:
        'Note of Zhongjiang 2022: 100–80 % incl., 80–60 % incl., 60–0 %; same in the integrated system',
    },
  },
  soundRow(say, { table, profile }) {
    return (indicator, { band }, { weight, filled, explained }) => {
      if (band === null || filled === null || weight === null || indicator.score === null)
        return null;
      if (filled < 0 || filled > weight) return null;
      const inside =
        filled >= band.from && (band.includesTo ? filled <= band.to : filled < band.to);
      if (inside) return null;
      const side = filled < band.from ? 'low' : 'high';
      const usual = bandSeverity(indicator.actual.text, table, profile);
      const severity =
        usual === 'info' && side === 'high' && isDenied(indicator) ? 'warning' : usual;
      const asked = severity === 'info';
      // A reason answers the question before it is asked.
      if (asked && side === 'low' && explained) return null;
      return say(indicator.score.cell, {
        severity,
        variant: asked ? `${side}-asked` : side,
        data: {
          name: brief(indicator.name),
          actual: brief(indicator.actual.text),
          from: band.from,
          to: band.to,
        },
        expected: `${band.from}–${band.to}`,
        found: filled,
      });
    };
  },
});

/** Above the band of a miss, where the miss is told in the target's own words, nothing is left to ask. */
const isDenied = ({ target, actual }: Indicator): boolean =>
  deniesTarget(normaliseText(target.text), normaliseText(actual.text));
