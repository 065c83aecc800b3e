import { placesInTables, waitingPlaces } from '../../../src/pane/report/places';
import type { KeptReport } from '../../../src/report/keep/keep-written';

const report: KeptReport = {
  lines: [],
  sections: [
    {
      heading: null,
      body: [
        { line: { role: 'text', text: '得分【待核对：50.8】。' }, source: null },
        {
          line: {
            role: 'table',
            rows: [
              ['一级指标', '得分'],
              ['产出指标', '【待核对：50.8】'],
              ['效益指标', '【待核对：31】，【待补充：原因】'],
            ],
          },
          source: null,
        },
      ],
    },
  ],
  kept: [],
  stale: [],
  moved: [],
  removed: [],
} as unknown as KeptReport;

test('places in tables are counted, and are none to go to', () => {
  expect(placesInTables(report)).toBe(3);
  expect(waitingPlaces(report, '报告头').map(({ text }) => text)).toEqual(['待核对：50.8']);
});
