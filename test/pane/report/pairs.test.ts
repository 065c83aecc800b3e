import { pairsOf } from '../../../src/pane/report/pairs';
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
  const nothing = (): void => undefined;
  return { id: '2', name: '饮水.xlsx', workbook, check: nothing, select: nothing };
}

const named = (project: string) => tableResult([], {}, { project: sourced(project, 0) });
const roads = named('县乡公路养护工程');
const sayingOf = (project: string) => readReport(`一、概况\n${project}按时完成了各项工作。`);

test('a report finds the table of the project it names, in whichever workbook is open', async () => {
  const water = await other();
  const own = pairsOf(sayingOf('县乡公路养护工程'), [roads], [water], false);
  expect(own).toEqual([{ table: roads, book: null }]);
  const [found, ...more] = pairsOf(sayingOf('农村饮水安全巩固提升项目'), [roads], [water], false);
  expect(more).toEqual([]);
  expect(found?.book).toBe(water);
  expect(found?.table.table.project?.value).toContain('农村饮水');
});

test('one that names none of several, or two, is held against none', async () => {
  const water = await other();
  expect(pairsOf(sayingOf('城市绿化工程'), [roads], [water], false)).toEqual([]);
  const both = sayingOf('县乡公路养护工程和农村饮水安全巩固提升项目');
  expect(pairsOf(both, [roads], [water], false)).toEqual([]);
  expect(pairsOf(sayingOf('城市绿化工程'), [], [water], true)).toEqual([]);
});

test('of several reports the only table takes those that name it; one brought alone is its own', () => {
  const strange = sayingOf('城市绿化工程');
  expect(pairsOf(strange, [roads], [], false)).toEqual([]);
  expect(pairsOf(strange, [roads], [], true)).toEqual([{ table: roads, book: null }]);
  expect(pairsOf(strange, [roads, named('乡村振兴补助')], [], true)).toEqual([]);
});

test('a report over several tables is held against each that has a part of it', () => {
  const greens = named('城市绿化工程');
  const joint = readReport(
    ['一、概况', '1.县乡公路养护工程', '正常。', '2.城市绿化工程', '正常。']
      .concat(['二、绩效', '1.县乡公路养护工程', '正常。', '2.城市绿化工程', '正常。'])
      .join('\n'),
  );
  const pairs = pairsOf(joint, [greens, named('乡村振兴补助')], [], false);
  expect(pairs.map(({ table }) => table)).toEqual([greens]);
  expect(pairsOf(joint, [roads, greens, named('乡村振兴补助')], [], false)).toEqual([
    { table: roads, book: null },
    { table: greens, book: null },
  ]);
});
