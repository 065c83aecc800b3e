import { defineReportCheck } from '../../check';
import { claimsOf, type Claim } from '../../facts/claims';
import { doneIn, lateIn, wrongGapIn } from '../../facts/milestones';
import { bothClaimed, contradiction } from '../../relations/contradiction';
import { clauseBefore, partOf } from '../../relations/subject';

const ONE =
  /(?:按时|按期|如期|及时|提前)(?:全部|全面)?(?:完工|竣工|完成(?:建设|任务|工程|项目|各项)|交付|建成|开工|通过验收)(?!率)|(?:项目|工程|任务)[^，。；]{0,6}(?:均|已|全部)?(?:按时|按期|如期|提前)(?:完成|完工)(?!率)/g;
const IN_TIME =
  /(?:按时|按期|如期|及时|提前)[^，。；]{0,4}完成|完成及时率?100%|[比较][^，。；]{0,8}提前了?\d+(?:天|日|个?月)|提前了?\d+(?:天|日|个?月)[^，。；]{0,2}(?:完工|竣工|交付|建成)/g;
const OTHER =
  /(?:逾期|延期|超期|推迟|延后|滞后)(?:\d+(?:天|个月|日))?(?:完工|完成|竣工|交付|开工|验收)|(?:工期|进度|工程|项目)(?:严重|有所|略有|较计划|比计划)?(?:延误|拖延|滞后|延期|逾期|延后)|未(?:能)?(?:按时|按期|如期)(?:完工|完成|竣工|交付)/g;

/** 按期竣工179户: of so many, others may be late. */
const isCounted = ({ statement, at, found }: Claim): boolean =>
  /^(?:的[^，。；\d]{0,6})?\d/.test(statement.text.slice(at + found.length));

/** 一标段按期完工，二标段延期; 延期2个月，经批复同意: another part, or put off with consent. */
const areOfOneWork = (one: Claim, other: Claim): boolean =>
  partOf(clauseBefore(one)) === partOf(clauseBefore(other)) &&
  !isCounted(one) &&
  !/经[^，。；]{0,6}(?:批准|批复|同意)/.test(other.statement.text);

export const contradictionTime = defineReportCheck({
  id: 'contradiction-time',
  severity: 'warning',
  texts: {
    'zh-CN': {
      title: '既说按时又说逾期',
      message: '前后矛盾：第{paragraph}段写“{first}”，这里写“{second}”。',
      fix: '核实后改正其中一处。',
      basis: '规则 F11：前后一致',
    },
    en: {
      title: 'In time, and late',
      message: 'Paragraph {paragraph} says “{first}”, this says “{second}”.',
      fix: 'Find out which holds and correct the other.',
      basis: 'Rule F11: a report agrees with itself',
    },
  },
  find: (context, say) => {
    const { report, statements } = context;
    const late = statements.flatMap((statement) => {
      const told = lateIn(statement);
      const other = told && { statement, found: told.text, at: told.at };
      return contradiction(claimsOf(report, [statement], IN_TIME)[0], other, say);
    });
    const gaps = statements.flatMap((statement) => {
      const told = wrongGapIn(statement);
      const done = told && doneIn(statement);
      if (!told || !done) return [];
      const [one, other] = [done, told].map(({ text, at }) => ({ statement, found: text, at }));
      return contradiction(one, other, say);
    });
    return [...late, ...gaps, ...bothClaimed(ONE, OTHER, areOfOneWork)(context, say)];
  },
});
