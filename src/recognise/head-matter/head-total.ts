import type { MetaField } from '../../model/table';
import { normaliseText } from '../../quantity/normalise';
import { readNumberCell } from '../../quantity/read-number';

const HEAD_TOTAL =
  /^(项目|绩效|单位|部门|综合)*(自评|自我评价|评价)?(总得分|总分|得分|总分值|分数)$/;

/** What the head of a form prints as its total. */
export interface HeadTotal {
  readonly field: MetaField;
  /** Null where nothing is filled in. */
  readonly points: number | null;
}

/** 自评得分 | 98.5 above the table, or 自评总分：97.5分 in one cell; null where no label asks for it. */
export function headTotalOf(meta: readonly MetaField[]): HeadTotal | null {
  const field = meta.find(({ label }) =>
    HEAD_TOTAL.test(normaliseText(label).replace(/\([^()]*\)$/, '')),
  );
  return field ? { field, points: readNumberCell(field.value).value } : null;
}
