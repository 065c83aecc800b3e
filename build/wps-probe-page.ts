import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { speaker } from '../src/texts/catalogue';
import { wpsTexts } from '../src/texts/zh-CN/wps';
import { BOOK_CASES } from '../src/apps/wps/probe/book-cases';
import { CELL_CASES } from '../src/apps/wps/probe/cell-cases';
import { HOST_CASES } from '../src/apps/wps/probe/host-cases';
import type { ProbeCase } from '../src/apps/wps/probe/probe-case';
import { PAGE_CASES } from '../src/apps/wps/probe/page-cases';

/** `tsx build/wps-probe-page.ts` writes docs/wps-probe.md, the list of what 检测本机 asks. */

const GROUPS = [
  { title: '网页和程序', cases: PAGE_CASES },
  { title: '单元格', cases: CELL_CASES },
  { title: '工作簿、事件和撤销', cases: BOOK_CASES },
  { title: '加载项自己的适配层', cases: HOST_CASES },
] satisfies readonly { title: string; cases: readonly ProbeCase[] }[];

const HEAD = `# 检测本机

由 \`npx tsx build/wps-probe-page.ts\` 生成，不要手改。

WPS 的对象模型有许多地方没有文档，或各版本不同。功能区“绩效自评”→“检测本机”在新建的空白工作簿里逐项提问，结果是一份 JSON。下面每项写明：问什么、怎样问、答案决定什么。\`held\` 为 true 表示与加载项的假定相符，false 表示不符，null 表示没有假定、只作记录；\`error\` 有内容表示没能问成。

检测回答不了的，要靠人看：停靠窗格时功能区是否卡住（12.1.0.26895 起有报告）、ARM 版是否拦截加载项、首次信任后是否必须重启、Mac 和鸿蒙版能否加载。
`;

export function probePage(): string {
  const say = speaker('wps.probe', { language: 'zh-CN', entries: wpsTexts });
  const groups = GROUPS.map(({ title, cases }) =>
    [
      `## ${title}`,
      '',
      ...cases.map(
        ({ id }) =>
          `- **\`${id}\`** ${say(`${id}.question`)}\n  - 方法：${say(`${id}.how`)}\n  - 决定：${say(`${id}.settles`)}`,
      ),
      '',
    ].join('\n'),
  );
  return [HEAD, ...groups].join('\n');
}

if (require.main === module) {
  writeFileSync(join(__dirname, '..', 'docs', 'wps-probe.md'), probePage());
}
