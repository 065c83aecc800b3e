import { createFileHost } from '../../src/hosts/file/file-host';
import { buildWorkbook } from '../support/workbook-builder';
import { clearPatch, emptyPatch, fullPatch, writes } from '../xlsx/write/sample-patch';
import { hostContract } from './contract';
import { contractFile } from './contract-file';

hostContract('a file', (sheets) => createFileHost(contractFile(sheets)));

describe('a file as a host', () => {
  const bytes = buildWorkbook({ sheets: [{ name: '附表', rows: [['a', 1]] }] });

  test('undo gives back exactly the bytes before, run by run', async () => {
    const host = await createFileHost(bytes);
    expect(host.undo()).toBe(false);
    await host.apply(fullPatch(await host.read(), '附表', { B1: 2 }, ['A1']));
    const first = host.bytes();
    await host.apply({
      ...emptyPatch(await host.read()),
      values: writes(await host.read(), '附表', { B1: 3 }),
    });
    expect(host.undo()).toBe(true);
    expect(host.bytes()).toBe(first);
    expect((await host.read()).ledger?.profile).toBe('cn-mof-2020');
    expect(host.undo()).toBe(true);
    expect(host.bytes()).toBe(bytes);
    expect((await host.read()).ledger).toBeNull();
    expect(host.undo()).toBe(false);
  });

  test('a refused patch is nothing to undo', async () => {
    const host = await createFileHost(bytes);
    const stale = { ...emptyPatch(await host.read()), revision: 'other' };
    await expect(host.apply(stale)).rejects.toThrow('stale-snapshot');
    expect(host.undo()).toBe(false);
    expect(host.bytes()).toBe(bytes);
  });

  test('what was written can be cleared after closing and opening', async () => {
    const first = await createFileHost(bytes);
    await first.apply(fullPatch(await first.read(), '附表', {}, ['A1', 'B1']));
    const second = await createFileHost(first.bytes(), { fileName: 'x.xlsx' });
    expect(second.format).toBe('xlsx');
    expect(second.converted).toBe(false);
    await second.apply(clearPatch(await second.read()));
    const snapshot = await second.read();
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(['附表']);
    expect(snapshot.ledger).toBeNull();
  });

  test('a deflate of the platform’s own is used', async () => {
    let calls = 0;
    const host = await createFileHost(bytes, {
      deflate: (content) => {
        calls++;
        return content;
      },
    });
    await host.apply(fullPatch(await host.read(), '附表', { B1: 2 }, []));
    expect(calls).toBeGreaterThan(0);
    expect((await host.read()).sheets).toHaveLength(3);
  });
});
