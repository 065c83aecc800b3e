import {
  createErrorLog,
  diagnosticsText,
  newestSets,
  noting,
} from '../../../src/apps/excel/diagnostics';
import type { HostPort } from '../../../src/hosts/port';
import { Failure } from '../../../src/model/failure';
import { openForm, withEdits } from '../../pane/pane-forms';

const facts = (level: number) => ({
  version: '0.1.0',
  userAgent: 'Edg/140',
  office: { host: 'Excel', platform: 'PC', version: '16.0.14332' },
  officeJs: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  isSetSupported: (set: string, version: string) =>
    set === 'ExcelApi' && Number(version.split('.')[1]) <= level,
});

test.each([9, 14, 17, 21])('the newest requirement set of 1.%d is told', (level) => {
  expect(newestSets(facts(level).isSetSupported)).toMatchObject({
    ExcelApi: `1.${String(level)}`,
    SharedRuntime: null,
  });
});

test('what the host refused is in it by code, and nothing of the workbook', async () => {
  const host = withEdits(await openForm());
  const log = createErrorLog();
  let now = 0;
  const cause = { code: 'AccessDenied', message: '附表!G7 受保护' };
  const refusing = noting<HostPort>(
    {
      ...host,
      apply: () => Promise.reject(new Failure('sheet-protected', { sheet: '附表' }, { cause })),
    },
    log,
    () => (now += 1),
  );
  const { revision } = await refusing.read();
  const patch = {
    revision,
    values: [],
    flags: [],
    cached: [],
    sheets: [],
    removeSheets: [],
    ledger: undefined,
  };
  for (let turn = 0; turn < 12; turn++) {
    await expect(refusing.apply(patch)).rejects.toMatchObject({ code: 'sheet-protected' });
  }
  const text = diagnosticsText(facts(18), log.list());
  const said = JSON.parse(text) as { errors: readonly unknown[] };
  expect(said.errors).toHaveLength(10);
  expect(said.errors.at(-1)).toEqual({ at: 12, code: 'sheet-protected', cause: 'AccessDenied' });
  expect(text).not.toMatch(/[\u4e00-\u9fff]/);
});
