import { pairOf } from '../../../src/pane/report/many-reports';
import type { OtherBook } from '../../../src/pane/report/report-desk';
import { createSession } from '../../../src/pane/session';
import { systemClock } from '../../../src/pane/surroundings';
import { readReport } from '../../../src/report/text/read-report';
import { sourced, tableResult } from '../../report/fixtures';
import { openForm } from '../pane-forms';

async function other(): Promise<OtherBook> {
  const session = createSession({ host: await openForm(), clock: systemClock });
  await session.start();
  const { workbook } = session.state();
  if (!workbook) throw new Error('nothing was read');
  return { name: '饮水.xlsx', workbook, check: () => undefined };
}

const roads = tableResult([], {}, { project: sourced('县乡公路养护工程', 0) });
const sayingOf = (project: string) => readReport(`一、概况\n${project}按时完成了各项工作。`);

test('a report finds the table of the project it names, in whichever workbook is open', async () => {
  const water = await other();
  const own = pairOf(sayingOf('县乡公路养护工程'), [roads], [water]);
  expect(own).toEqual({ table: roads, book: null });
  const found = pairOf(sayingOf('农村饮水安全巩固提升项目'), [roads], [water]);
  expect(found?.book).toBe(water);
  expect(found?.table.table.project?.value).toContain('农村饮水');
});

test('one that names none of several, or two, is held against none', async () => {
  const water = await other();
  expect(pairOf(sayingOf('城市绿化工程'), [roads], [water])).toBeNull();
  const both = sayingOf('县乡公路养护工程和农村饮水安全巩固提升项目');
  expect(pairOf(both, [roads], [water])).toBeNull();
  expect(pairOf(sayingOf('城市绿化工程'), [], [])).toBeNull();
});
