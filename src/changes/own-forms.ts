import type { FindingSeverity } from '../model/finding';
import type { SheetRole } from '../model/ledger';

/**
 * How what we leave in a workbook reads, in every language and release: kept apart from the
 * catalogues on purpose, because what an earlier release wrote has to be recognised after a text has
 * changed. A test holds it against what is written today; a form that changes is added, not replaced.
 */
export interface OwnForms {
  /** The names our sheets are given; another of the name gets `(2)`. */
  readonly names: Readonly<Record<SheetRole, string>>;
  readonly severities: Readonly<Record<string, FindingSeverity>>;
  readonly note: {
    /** What a finding says first, up to its end. */
    readonly head: RegExp;
    /** The lines that may follow, in this order. */
    readonly lines: readonly RegExp[];
    /** What is said of a score we wrote. */
    readonly score: readonly RegExp[];
    /** Quotation marks: a name within them may run over several lines. */
    readonly quotes: readonly [string, string];
  };
  readonly findings: {
    readonly title: string;
    readonly none: string;
    readonly counts: RegExp;
    /** Those of each release, one a column; `|` between words that changed within one. */
    readonly heads: readonly (readonly string[])[];
  };
  readonly summary: {
    readonly title: string;
    readonly note: RegExp;
    /** `|` between words that changed from one release to the next. */
    readonly heads: readonly string[];
    /** The line under the title of each table. */
    readonly table: string;
    readonly funds: string;
    readonly differences: RegExp;
  };
  /** How the first line of an outline ends. */
  readonly outline: RegExp;
}

const zh: OwnForms = {
  names: { findings: '核查清单', summary: '汇总表', outline: '自评报告提纲' },
  severities: { 错误: 'error', 警告: 'warning', 提示: 'info' },
  note: {
    head: /^【(错误|警告|提示) JX\d{3}】[^]*[。？]$/u,
    lines: [/^应为：.+$/u, /^现为：.+$/u, /^怎样改：.*。$/u],
    score: [
      /^【已填得分】这里原来没有得分，已填入 -?[\d.]+ 分。.*$/u,
      /^【已采用计算分】原得分 .+ 分，已改为 -?[\d.]+ 分。.*$/u,
    ],
    quotes: ['“', '”'],
  },
  findings: {
    title: '核查清单',
    none: '没有发现问题。',
    counts: /^共 \d+ 项(，已处理 \d+ 项；待处理)?：/u,
    heads: [
      '序号 严重程度 编号 工作表 单元格 项目/指标 问题 应为 现为 怎样改 依据 处理'.split(' '),
      '序号 严重程度 编号 涉及分数 位置 项目/指标 问题 怎样改 依据 处理'.split(' '),
    ],
  },
  summary: {
    title: '绩效自评汇总表',
    note: /^评分口径：.+。复算得分：.+。$/u,
    heads: ['一级指标', '分值', '自评得分|表中得分', '复算得分', '得分率', '指标数'],
    table: '工作表：',
    funds: '资金',
    differences: /^(自评|表中)得分与复算得分不一致的单元格$/u,
  },
  outline: /自评报告$/u,
};

const en: OwnForms = {
  names: { findings: 'Findings', summary: 'Summary', outline: 'Report outline' },
  severities: { Error: 'error', Warning: 'warning', Note: 'info' },
  note: {
    head: /^\[(Error|Warning|Note) JX\d{3}\] [^]*[.?]$/u,
    lines: [/^Expected: .+$/u, /^Found: .+$/u, /^What to do: .*\.$/u],
    score: [
      /^\[Score filled in\] The cell was blank; -?[\d.]+ points were filled in\.( .*)?$/u,
      /^\[Computed score used\] The score was .+ and has been changed to -?[\d.]+\.( .*)?$/u,
    ],
    quotes: ['“', '”'],
  },
  findings: {
    title: 'Findings',
    none: 'Nothing was found.',
    counts: /^\d+ in all(: |, \d+ of them settled; )/u,
    heads: [
      [
        ...['No.', 'Severity', 'Code', 'Sheet', 'Cell', 'Project / indicator', 'Problem'],
        ...['Expected', 'Found', 'What to do', 'Basis', 'Set aside because|What was done'],
      ],
      [
        ...['No.', 'Severity', 'Code', 'Points', 'Place', 'Project / indicator', 'Problem'],
        ...['What to do', 'Basis', 'What was done'],
      ],
    ],
  },
  summary: {
    title: 'Summary of the self-evaluation',
    note: /^Scored by: .+\. Computed score: .+\.$/u,
    heads: [
      'Level-1 heading',
      'Weight',
      'Self-given score|Score in the form',
      'Computed score',
      'Score rate',
      'Indicators',
    ],
    table: 'Sheet: ',
    funds: 'Funds',
    differences: /^Cells whose score differs from the computed one$/u,
  },
  outline: /自评报告(, \d{4}| \(\d{4}\))?$/u,
};

export const OWN_FORMS: readonly OwnForms[] = [zh, en];
