import guangdong from '../../../../examples/广东样式-项目绩效自评指标评分表.xlsx';
import national from '../../../../examples/国家样式-项目支出绩效自评表.xlsx';
import sichuan from '../../../../examples/四川样式-部门预算项目支出绩效自评表.xlsx';
import type { Source } from './source';

/** The example workbooks, inside the page itself as `data:` addresses. */
const EXAMPLES: readonly (readonly [name: string, address: string])[] = [
  ['国家样式-项目支出绩效自评表.xlsx', national],
  ['四川样式-部门预算项目支出绩效自评表.xlsx', sichuan],
  ['广东样式-项目绩效自评指标评分表.xlsx', guangdong],
];

/** Not fetched: a page opened from a folder may fetch nothing, not even this. */
function bytesOf(address: string): Uint8Array {
  const base64 = address.slice(address.indexOf(',') + 1);
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

export const exampleSources: readonly Source[] = EXAMPLES.map(([name, address]) => ({
  name,
  bytes: () => Promise.resolve(bytesOf(address)),
  handle: null,
  example: true,
}));
