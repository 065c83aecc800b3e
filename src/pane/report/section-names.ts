import type { KeptReport } from '../../report/keep/keep-written';
import { bareTitle } from '../../report/keep/mark';
import type { ReportLine } from '../../report/report-lines';

const depthOf = (line: ReportLine): number => (line.role === 'heading' ? line.depth : 0);

/**
 * What each section is told by, the head by `head`: its title without the number, under that of the
 * section above it where several have one title, as in a report over several projects.
 */
export function sectionNames({ sections }: KeptReport, head: string): readonly string[] {
  const titles = sections.map(({ heading }) => (heading ? bareTitle(heading.line.text) : head));
  const above: { readonly depth: number; readonly path: string }[] = [];
  return sections.map(({ heading }, at) => {
    const title = titles[at] ?? '';
    const depth = heading ? depthOf(heading.line) : 0;
    while ((above.at(-1)?.depth ?? -1) >= depth) above.pop();
    const path = [above.at(-1)?.path ?? '', title].filter((one) => one !== '').join('：');
    if (heading) above.push({ depth, path });
    return titles.indexOf(title) === titles.lastIndexOf(title) ? title : path;
  });
}
