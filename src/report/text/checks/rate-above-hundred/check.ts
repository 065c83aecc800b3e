import { defineReportCheck, placeIn } from '../../check';
import { isChange, isPlan } from '../../facts/statement';

const WHOLE_IS_ALL =
  /(?:满意度?|合格|及时|优良|优秀|达标|知晓|出勤|办结|回复|参保|入户|准确|真实|合规|普及|覆盖|正常运行|完好|整改)率?[^，。；\d]{0,6}$/;

export const rateAboveHundred = defineReportCheck({
  id: 'rate-above-hundred',
  severity: 'error',
  texts: {
    'zh-CN': {
      title: '比率大于 100%',
      message: '写的是{found}，这一比率不会大于{expected}。',
      fix: '核对分子和分母；超额完成的写“完成率”。',
      basis: '满意度、合格率、及时率等以全部为分母，不能大于 100%',
    },
    en: {
      title: 'A rate above 100 % that cannot be',
      message: 'It says {found}; this rate cannot be above {expected}.',
      fix: 'Check part and whole; for what was done beyond the plan write 完成率.',
      basis: 'Rates of satisfaction, quality, timeliness have the whole as their base',
    },
  },
  find: ({ statements }, say) =>
    statements.flatMap((statement) =>
      statement.figures.flatMap((figure) => {
        const { kind, value, label } = figure;
        if (kind !== 'percent' || value <= 100 || isChange(figure) || isPlan(figure)) return [];
        if (!WHOLE_IS_ALL.test(label) || /完成率|达成/.test(label)) return [];
        return [
          say(placeIn(statement, figure.start), { expected: '100%', found: `${figure.text}%` }),
        ];
      }),
    ),
});
