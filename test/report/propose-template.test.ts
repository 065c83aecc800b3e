import { OUTLINE_TEMPLATES } from '../../src/report/outline-templates';
import { proposedTemplate } from '../../src/report/outline-templates/propose';
import { sourced, tableResult } from './fixtures';

test.each([
  ['project', '某市水务局', 2022, 'cn-project'],
  ['transfer', '某县财政局', 2022, 'cn-transfer'],
  ['project', '江门市某某局', 2024, 'gd-jiangmen-2024'],
  ['project', '江门市某某局', 2023, 'gd-jiangmen-2023'],
  ['project', '江门市某某局', 2022, 'gd-jiangmen-2021'],
  ['project', '江门市某某局', 2019, 'gd-jiangmen-2021'],
  ['project', '江门市某某局', null, 'gd-jiangmen-2024'],
  ['unit', '廉江市某某局', 2023, 'gd-lianjiang-unit-2023'],
  // Its structure is for a unit as a whole.
  ['project', '廉江市某某局', 2023, 'cn-project'],
] as const)('a %s table of %s for %s is begun with %s', (scope, unit, year, id) => {
  const base = tableResult([]);
  const table = {
    ...base.table,
    scope,
    unit: sourced(unit, 0),
    year: year === null ? null : sourced(year, 0),
  };
  expect(proposedTemplate({ ...base, table }, OUTLINE_TEMPLATES).id).toBe(id);
});
