import fc from 'fast-check';
import { readReport } from '../../../../src/report/text/read-report';
import { verifyReport } from '../../../../src/report/text/verify-report';
import type { ReportFinding } from '../../../../src/report/text/report-finding';
import { AMOUNTS } from './amounts';
import { BOUND } from './bound';
import { CLAIMS } from './claims';
import { evaluateTable } from '../../../../src/engine/evaluate';
import type { TableResult } from '../../../../src/model/score';
import { profileById } from '../../../../src/profiles/load-profile';
import { recogniseTables } from '../../../../src/recognise/recognise-tables';
import { snapshotOf } from '../../../support/snapshot-of';
import { HELD, type HeldMade } from './held';
import type { Made } from './made';
import { RATES } from './rates';
import { SCORES } from './scores';
import { STRUCTURE } from './structure';
import { SUMS } from './sums';
import { TRAPS } from './traps';

const KINDS = { ...SUMS, ...RATES, ...AMOUNTS, ...SCORES, ...CLAIMS, ...STRUCTURE, ...BOUND };

/** A report that says nothing to find fault with, with a place for its results. */
const frame = (results: string, project: string): string =>
  [
    `某县某局2023年度${project}绩效自评报告`,
    '评价年度：2023',
    '填报日期：2024年3月20日',
    '一、项目基本情况',
    '项目按照县政府部署设立，由县某局组织实施。',
    '二、绩效自评工作开展情况',
    '成立自评工作小组，对照自评表逐项核对资料。',
    '三、绩效指标完成情况分析',
    results,
    '四、存在问题及改进措施',
    '个别台账有待完善，下一步加强管理。',
    '五、自评结论',
    '工作开展较好。',
  ].join('\n');

type Finds = (results: string) => readonly ReportFinding[];

const found: Finds = (results) => verifyReport(readReport(frame(results, '基层服务项目'))).findings;

function formOf({ form }: HeldMade): TableResult {
  const [table] = recogniseTables(snapshotOf({ name: '附表', rows: form.map((row) => [...row]) }));
  if (!table) throw new Error('the form is not recognised');
  return evaluateTable(table, profileById('cn-mof-2020'));
}

const foundWith =
  (table: TableResult): Finds =>
  (results) =>
    verifyReport(readReport(frame(results, table.table.project?.value ?? '')), table).findings;

/** Asked about low rates and such: true of right reports too. */
const JUDGING = /^low-rate|^high-score|^score-despite/;
const isLoud = ({ severity, id }: ReportFinding): boolean =>
  severity !== 'info' && !JUDGING.test(id);
const keyOf = ({ id, message }: ReportFinding): string => `${id} ${JSON.stringify(message.data)}`;

/** Of what is right nothing may be said but questions. */
function heardOf(right: string, finds: Finds): readonly ReportFinding[] {
  const before = finds(right);
  const loud = before.filter(isLoud);
  if (loud.length > 0) throw new Error(`误报：${right} ${loud.map(keyOf).join('、')}`);
  return before;
}

function judge({ right, wrong }: Made, finds: Finds = found): void {
  const before = heardOf(right, finds);
  const known = new Set(before.map(keyOf));
  const heard = finds(wrong).filter((one) => !known.has(keyOf(one)) && !JUDGING.test(one.id));
  if (heard.length === 0) throw new Error(`漏报：${wrong}`);
}

/** Of a right sentence nothing may be said but questions; of a wrong one something must be. */
const ALONE = Object.entries(KINDS).map(([name, made]) => ({
  name,
  property: fc.property(made, (one) => judge(one)),
}));

/** Right sentences that are easily misread. */
const MISLEADING = Object.entries(TRAPS).map(([name, trap]) => ({
  name: `trap: ${name}`,
  property: fc.property(
    trap.map((right): Made => ({ right, wrong: right })),
    ({ right }) => void heardOf(right, found),
  ),
}));

/** The same of what is told beside a form. */
const BESIDE_FORMS = Object.entries(HELD).map(([name, made]) => ({
  name: `form: ${name}`,
  property: fc.property(made, (one) => judge(one, foundWith(formOf(one)))),
}));

/** Kinds that may stand in one report: each tells of things the others do not speak of. */
const BESIDE: readonly fc.Arbitrary<Made>[] = [
  SUMS.threeParts,
  SUMS.opposed,
  RATES.counted,
  RATES.satisfied,
  AMOUNTS.change,
  AMOUNTS.fall,
  AMOUNTS.product,
  SCORES.points,
  STRUCTURE.impossible,
];

/** Several of them in a report, one changed. */
const together = fc
  .record({
    picked: fc
      .subarray([...BESIDE], { minLength: 3, maxLength: 6 })
      .chain((kinds) => fc.tuple(...kinds)),
    at: fc.nat({ max: 5 }),
  })
  .map(({ picked, at }): Made => {
    const changed = at % picked.length;
    return {
      right: picked.map(({ right }) => right).join('\n'),
      wrong: picked
        .map(({ right, wrong }, index) => (index === changed ? wrong : right))
        .join('\n'),
    };
  });

export const PROPERTIES = [
  ...ALONE,
  ...MISLEADING,
  ...BESIDE_FORMS,
  {
    name: 'whole reports',
    property: fc.property(together, (one) => judge(one)),
  },
];
