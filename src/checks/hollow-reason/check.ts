import type { CellRef } from '../../model/grid';
import { grouped } from '../../model/grouped';
import { isLeftOut } from '../../quantity/not-applicable';
import { EVERY_KIND, type PreparedContext } from '../check';
import { defineCheck } from '../define-check';
import { isReason, packed } from '../wording';

/** One finding a kind, with the cells of all rows. */
export const hollowReason = defineCheck({
  id: 'hollow-reason',
  code: 'JX423',
  severity: 'info',
  kinds: EVERY_KIND,
  scope: 'row',
  about: ['reason'],
  texts: {
    'zh-CN': {
      title: '偏差原因空泛',
      message: {
        stock: '偏差原因只写了“{found}”，没有说明是什么事。',
        measure: '表头要求写改进措施，这里只写了原因。',
        same: '{count} 行的偏差原因一字不差：“{found}”。',
      },
      why: '空泛或照抄的原因等于没有说明，复核时会被退回。',
      fix: '请写明具体是什么原因、影响了多少、打算怎样改进。',
      fixes: {
        measure: '请补写打算怎样改进。',
        same: '请逐行写明各自的原因和改进措施。',
      },
      basis: '偏差原因要写明具体的事；成都郫都区复核第14条、某市核对工具都查',
    },
    en: {
      title: 'A reason that says nothing',
      message: {
        stock: 'The reason is only “{found}”; it does not say what happened.',
        measure: 'The head asks for measures; here stands only a cause.',
        same: '{count} rows have the same reason word for word: “{found}”.',
      },
      why: 'A stock or copied reason explains nothing and is sent back.',
      fix: 'Say what happened, how much it cost and what will be done.',
      fixes: {
        measure: 'Add what will be done about it.',
        same: 'Give each row its own reason and measure.',
      },
      basis:
        'A reason names what happened; criterion 14 of the review in Pidu, Chengdu; a city’s checker',
    },
  },
  find(say, context) {
    const reasons = lostReasons(context);
    const stock = reasons.filter(({ text }) => STOCK.test(text));
    const copied = [...grouped(reasons, ({ text }) => text).values()].filter(
      ({ length }) => length >= COPIES,
    );
    const taken = new Set([...stock, ...copied.flat()]);
    const asked = /措施/.test(context.table.columns.reason?.label ?? '');
    const bare = asked ? reasons.filter((one) => !taken.has(one) && isBareCause(one)) : [];
    return [
      ...stock.map(({ cell, shown }) => say(cell, { variant: 'stock', found: shown })),
      ...copied.flatMap((same) => {
        const [first] = same;
        if (!first || STOCK.test(first.text)) return [];
        const cells = same.map(({ cell }) => cell);
        const data = { count: same.length };
        return [say(first.cell, { variant: 'same', data, cells, found: first.shown })];
      }),
      ...bare
        .slice(0, 1)
        .map(({ cell }) => say(cell, { variant: 'measure', cells: bare.map((one) => one.cell) })),
    ];
  },
});

/** The whole reason. */
const STOCK =
  /^(?:因|由于|受)?(?:客观|主观|历史|特殊|其他|不可抗力|工作|实际|年度|疫情|市场|天气|政策|人员|资金|计划|预算)(?:情况|因素|原因|变化|影响)(?:所致|导致|影响)?[。.]?$/;
const MEASURE =
  /[将拟应需须]|下一步|下步|今后|明年|次年|下年|继续|加强|加快|加大|改进|整改|完善|优化|督促|推进|调整|措施|计划|尽快|及时|已(?:经)?(?:完成|整改|补)|建议|提高|强化|规范|细化|避免|争取|确保/;
/** Whoever writes a second clause may have put the measure there, in words of his own. */
const isBareCause = ({ text }: Given): boolean =>
  !MEASURE.test(text) && !/[,，;；。](?!$)/.test(text);
const COPIES = 3;
const SHOWN = 24;

interface Given {
  readonly cell: CellRef;
  readonly text: string;
  readonly shown: string;
}

/** Reasons of rows that lost points or missed their target. */
function lostReasons({ table, rows, facts, profile }: PreparedContext): Given[] {
  return table.indicators.flatMap((indicator, index) => {
    if (isLeftOut(indicator, profile)) return [];
    const { reason, reasonCell, row } = indicator;
    const { weight = null, filled = null } = facts.rows[index] ?? {};
    const lost = weight !== null && filled !== null && filled < weight;
    if (!lost && rows[index]?.status !== 'unmet') return [];
    if (reasonCell === null || reasonCell.row !== row || !isReason(reason)) return [];
    const text = packed(reason ?? '');
    return [{ cell: reasonCell, text, shown: text.slice(0, SHOWN) }];
  });
}
