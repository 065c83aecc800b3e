import type { Statement } from './statement';

interface Grade {
  readonly name: string;
  /** 0 is the best. */
  readonly rank: number;
}

const NAMES: readonly (readonly [RegExp, number])[] = [
  [/^(?:优秀|优|好|A)/, 0],
  [/^(?:良好|良|较好|B)/, 1],
  [/^(?:中等|中|一般|合格|C)/, 2],
  [/^(?:差|较差|低|不合格|D)/, 3],
];
const STATED =
  /(?:评价|自评|绩效|考核)?(?:(?:自评|评价)结论|等级|等次|级别|档次|评级|评定结果|结果等级)(?:评定)?(?:均|确定|评定)?(?:为|是|属于|：|:)?[“"「『]?(优秀|良好|中等|较好|一般|较差|不合格|合格|优|良|中|差|低)(?![\u4e00-\u9fff]{0,3}(?:指标|于|期|央|心|标|化|势|先|惠))|评(?:价|定)(?:结果)?为[“"「『]?(优秀|良好|中等|较差|优|良|中|差)(?=[”"」』，。；）]|$)/g;

/** 自评得分97分，“优” */
const BESIDE =
  /分[，、（(](?:为|属|属于|评为|等级)?[“"「『]?(优秀|良好|中等|优|良|中|差)(?=[”"」』，。；）)]|$)/g;

export interface GradeStated {
  readonly statement: Statement;
  readonly at: number;
  readonly grade: Grade;
}

const rankOf = (name: string): number => NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? 0;

const OTHER = /上年|去年|20\d\d年度?(?:自评|评价)?等|每|以上|－|-|满分|＞|≥|产出|效益|过程|决策/;
/** 上年得分89.5分，等级为良 */
const PRIOR_SCORE = /(?:上年|去年|上一年)[^，。；]{0,12}分，[^，。；]*$/;

/** 其中8个等级为“优”: a number of projects. */
const COUNTED = /\d+[个项家](?:子?项目|单位)?(?:的)?(?:自评|评价|绩效)?$/;

/** The grades a report gives itself. */
export function gradesOf(statements: readonly Statement[]): GradeStated[] {
  return statements.flatMap((statement) =>
    [STATED, BESIDE]
      .flatMap((pattern) => [...statement.text.matchAll(pattern)])
      .flatMap((match): GradeStated[] => {
        const name = match[1] ?? match[2] ?? '';
        const before = statement.text.slice(Math.max(0, match.index - 24), match.index);
        if (
          PRIOR_SCORE.test(before) ||
          COUNTED.test(before) ||
          OTHER.test(before.split(/[。；，]/).at(-1) ?? '') ||
          /[、/／]/.test(statement.text.charAt(match.index + match[0].length))
        )
          return [];
        return [{ statement, at: match.index, grade: { name, rank: rankOf(name) } }];
      }),
  );
}

/** From which score each grade is given, the best first. */
export type Bands = readonly { readonly name: string; readonly from: number }[];

const BAND =
  /(\d{2,3})分?(?:[（(]含[^）)]*[）)])?(?:分)?(?:及|\(含\))?以上[^，。；、\d]{0,6}?[“"]?(优秀|良好|中等|合格|优|良|中)|(\d{2,3})(?:分)?(?:[（(]含[^）)]*[）)])?[-—–~～至到](\d{2,3})分?(?:[（(][^）)]*[）)])?[^，。；、\d]{0,6}?[“"]?(优秀|良好|中等|合格|优|良|中)/g;

/** The bands a report writes down; null where it writes none or too few. */
export function bandsOf(sentences: readonly Pick<Statement, 'text'>[]): Bands | null {
  const bands = sentences.flatMap(({ text }) =>
    [...text.matchAll(BAND)].map((match) => ({
      name: match[2] ?? match[5] ?? '',
      from:
        match[1] === undefined ? Math.min(Number(match[3]), Number(match[4])) : Number(match[1]),
    })),
  );
  return bands.length >= 2 ? bands.sort((a, b) => b.from - a.from) : null;
}

const USUAL: Bands = [
  { name: '优', from: 90 },
  { name: '良', from: 80 },
  { name: '中', from: 60 },
];

/** The grade of a score by the report's own bands, else by the usual ones. */
export function gradeFor(score: number, bands: Bands | null): Grade {
  const name = (bands ?? USUAL).find(({ from }) => score >= from)?.name ?? '差';
  return { name, rank: rankOf(name) };
}
