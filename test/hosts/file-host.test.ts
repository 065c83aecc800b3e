import { createFileHost } from '../../src/hosts/file/file-host';
import { isCellError } from '../../src/model/snapshot';
import { buildWorkbook, type CellSpec, type SheetSpec } from '../support/workbook-builder';
import { clearPatch, emptyPatch, fullPatch, writes } from '../workbook/write/sample-patch';
import { hostContract, type ContractSheet } from './contract';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const cellOf = (value: ContractSheet['rows'][number][number]): CellSpec => {
  if (typeof value !== 'object' || value === null) return value;
  if ('formula' in value) return value;
  return isCellError(value) ? { xml: `<v>${value.error}</v>`, attributes: 't="e"' } : null;
};

/** A workbook file of contract sheets; notes as a comments part without a drawing. */
function fileOf(sheets: readonly ContractSheet[]): Uint8Array {
  const parts: Record<string, string> = {};
  const specs = sheets.map(({ name, rows, merges, notes }, index): SheetSpec => {
    const spec = { name, rows: rows.map((row) => row.map(cellOf)), merges: merges ?? [] };
    if (!notes) return spec;
    const comments = notes.map(
      (cell) => `<comment ref="${cell}" authorId="0"><text><t>用户的批注</t></text></comment>`,
    );
    parts[`xl/comments${index + 1}.xml`] =
      `<comments xmlns="${MAIN}"><authors><author>张三</author></authors><commentList>${comments.join('')}</commentList></comments>`;
    return { ...spec, rels: { rId1: ['comments', `../comments${index + 1}.xml`] } };
  });
  return buildWorkbook({ sheets: specs, parts });
}

hostContract('a file', (sheets) => createFileHost(fileOf(sheets)));

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
