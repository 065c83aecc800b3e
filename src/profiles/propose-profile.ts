import type { Profile } from '../model/profile';
import type { Table, TableKind } from '../model/table';
import { message, type Message } from '../texts/message';
import { defaultProfile, profileById } from './load-profile';

/** The profile that fits a form, and what on the form says so. */
export interface Proposal {
  readonly profile: Profile;
  /** Null where nothing on the form says anything and the usual one is taken. */
  readonly why: Message | null;
}

/** What a form of some rules says: in its notes and prompts, its title, or its level names. */
interface Signs {
  readonly id: string;
  readonly kind: TableKind;
  /** Any one of these in the notes, the meta block or the title. */
  readonly words?: RegExp;
  /** Points of the funds row on a form without a column of weights. */
  readonly funds?: number;
  /** All of these among the level names, with the weights where they are printed. */
  readonly levels?: readonly (readonly [name: string, weight: number | null])[];
}

/**
 * The first whose signs a form has is proposed; the name of a place is none. House rule: a sign is
 * what only forms of these rules were seen to have.
 */
const SIGNS: readonly Signs[] = [
  {
    id: 'hb-huangshi-2022',
    kind: 'target',
    levels: [
      ['产出', 40],
      ['效益', 30],
      ['满意度', 10],
    ],
    words: /调整后财政资金总额|得分不得突破权重总额|20分[×*X]执行率/,
  },
  { id: 'hb-huangshi-2023', kind: 'target', words: /满意度指标暂?可不作为必评/ },
  {
    id: 'hb-project-2020',
    kind: 'target',
    words: /得分不得突破权重总额|20分[×*X]执行率|调整后财政资金总额\(?包括上年/,
  },
  { id: 'hb-project-2020', kind: 'target', funds: 20 },
  { id: 'sc-0013zp-2023', kind: 'target', words: /0013zp|预算执行率未达到90%的?,?需?说明原因/ },
  { id: 'yn-2022', kind: 'target', words: /公开14表/ },
  { id: 'cq-unit-2021', kind: 'target', words: /得分系数/ },
  { id: 'research-projects', kind: 'target', words: /适用指标得分汇总后.{0,6}百分制/ },
  { id: 'platform-cap-2022', kind: 'target', words: /超过.{0,10}指标值30%.{0,20}减2分/ },
  {
    id: 'nx-special-2022',
    kind: 'target',
    levels: [
      ['产出', 40],
      ['效益', 40],
      ['满意度', 20],
    ],
  },
  {
    id: 'hb-guangshui-2021',
    kind: 'rubric',
    levels: [
      ['项目决策', 2],
      ['项目管理', 13],
      ['项目绩效', 85],
    ],
  },
  {
    id: 'nx-yinchuan-2021',
    kind: 'rubric',
    levels: [
      ['项目决策', 10],
      ['项目管理', 25],
      ['产出', 30],
      ['效益', 35],
    ],
  },
  {
    id: 'sc-dazhou-unit',
    kind: 'rubric',
    levels: [
      ['部门决策', 25],
      ['综合管理', 30],
      ['部门绩效', 45],
    ],
  },
  { id: 'nf-agri-2011', kind: 'rubric', words: /不足一个百分点的?,?按照?一个百分点计算/ },
];

/** The profile whose signs stand on a form, with them as the reason; else the usual one of its kind. */
export function proposeProfile(table: Table): Proposal {
  const said = wordsOf(table);
  const levels = table.groups.filter(({ level }) => level === 1);
  for (const { id, kind, words, funds, levels: asked } of SIGNS) {
    if (kind !== table.kind || (funds !== undefined && !hasFundsOf(funds, table))) continue;
    const spoken = words === undefined ? '' : (words.exec(said)?.[0] ?? null);
    if (spoken === null) continue;
    const fits = (asked ?? []).every(([name, weight]) =>
      levels.some(
        ({ label, weight: printed }) =>
          label.includes(name) && (weight === null || printed?.value === weight),
      ),
    );
    if (!fits) continue;
    const named = (asked ?? []).map(([name, weight]) => `${name}${weight ?? ''}`);
    const points = funds === undefined ? [] : [`预算执行${String(funds)}分、没有分值列`];
    const signs = [...named, ...points, ...(spoken === '' ? [] : [spoken])];
    const profile = profileById(id);
    return {
      profile,
      why: message('engine.remark.profile-proposed', { profile: profile.title, id, signs }),
    };
  }
  return { profile: defaultProfile(table.kind), why: null };
}

/** The points stand at the funds, or the levels' printed points leave just them. */
function hasFundsOf(points: number, { columns, budget, groups }: Table): boolean {
  const row = budget?.rows.find(({ isTotal }) => isTotal);
  if (columns.weight !== undefined || !row) return false;
  if (row.weight?.value != null) return row.weight.value === points;
  const levels = groups
    .filter(({ level }) => level === 1)
    .flatMap(({ weight }) => weight?.value ?? []);
  return row.score !== null && levels.reduce((all, one) => all + one, points) === 100;
}

function wordsOf({ title, meta, notes, columns, indicators }: Table): string {
  const heads = Object.values(columns).map(({ label }) => label);
  const rules = indicators.slice(0, 60).map(({ criteria }) => criteria ?? '');
  return [
    title?.value ?? '',
    ...meta.map(({ label, value }) => label + value),
    ...notes.map(({ value }) => value),
    ...heads,
    ...rules,
  ]
    .join('\n')
    .replace(/\s+/g, ' ')
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .replace(/，/g, ',')
    .replace(/％/g, '%');
}
