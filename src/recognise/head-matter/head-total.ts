import type { MetaField } from '../../model/table';
import { normaliseText } from '../../quantity/normalise';
import { readNumberCell } from '../../quantity/read-number';

/** 总分 alone may be the full marks, 评价得分 the finance office's. */
const HEAD_TOTAL = /^(项目|绩效|单位|部门|综合)*(?:(自评|自我评价)(总得分|总分|得分|分数)|总得分)$/;

/** 自评得分 | 98.5 above the table, or 自评总分：97.5分 in one cell, with its label; null where none is filled in. */
export function headTotalOf(
  meta: readonly MetaField[],
): { readonly field: MetaField; readonly points: number } | null {
  const field = meta.find(({ label }) =>
    HEAD_TOTAL.test(normaliseText(label).replace(/\([^()]*\)$/, '')),
  );
  const points = field ? readNumberCell(field.value).value : null;
  return field && points !== null ? { field, points } : null;
}
