import { createFileHost } from '../../../src/hosts/file/file-host';
import type { HostPort } from '../../../src/hosts/port';
import {
  FORM_NAME,
  FORM_ROWS,
  FORM_TOTAL,
  HOST_CONTRACT,
} from '../../../src/apps/wps/probe/host-cases';
import { buildWorkbook } from '../../support/workbook-builder';
import { withEdits } from '../../pane/pane-forms';

/** The form as a file; the probe writes the same with WPS's own members. */
async function fileHost() {
  const rows = FORM_ROWS.map((row, at) =>
    row.map((value, column) =>
      at === 10 && column === 6 ? { formula: FORM_TOTAL.formula, value: 65 } : value,
    ),
  );
  return withEdits(
    await createFileHost(
      buildWorkbook({
        sheets: [
          { name: '空', rows: [] },
          { name: FORM_NAME, rows, merges: ['A1:H1'] },
        ],
      }),
    ),
  );
}

const noWait = (): Promise<void> => Promise.resolve();

test.each(HOST_CONTRACT)('$id holds on a file', async ({ run }) => {
  const host = await fileHost();
  const { held, seen } = await run(host, () => host.rumour(), noWait);
  expect({ held, seen }).toEqual({ held: true, seen });
});

/** A host that breaks one promise; every case must notice its own. */
const BROKEN: Readonly<Record<string, (host: HostPort) => HostPort>> = {
  'host-read': (host) => {
    let reads = 0;
    return {
      ...host,
      read: async () => ({ ...(await host.read()), revision: String((reads += 1)) }),
    };
  },
  'host-values': (host) => ({
    ...host,
    apply: (patch) =>
      host.apply({
        ...patch,
        values: patch.values.map((block) => ({
          ...block,
          values: block.values.map((row) => row.map((value) => value ?? undefined)),
        })),
      }),
  }),
  'host-text': (host) => ({
    ...host,
    apply: (patch) =>
      host.apply({
        ...patch,
        values: patch.values.map((block) => ({
          ...block,
          values: block.values.map((row) => row.map((value) => (value === '007' ? 7 : value))),
        })),
      }),
  }),
  'host-refuses': (host) => ({
    ...host,
    apply: async (patch) => host.apply({ ...patch, revision: (await host.read()).revision }),
  }),
  'host-scoring': (host) => ({
    ...host,
    apply: (patch) => host.apply({ ...patch, ledger: undefined }),
  }),
  'host-undo': (host) => ({ ...host, undo: () => true }),
  'host-events': (host) => ({
    ...host,
    onEdit: (callback) => {
      callback();
      return host.onEdit(callback);
    },
  }),
};

test.each(HOST_CONTRACT)('$id notices a host that does not keep it', async ({ id, run }) => {
  const edited = await fileHost();
  const host = BROKEN[id]?.(edited) ?? edited;
  const found = await run(host, () => edited.rumour(), noWait).catch(() => ({ held: false }));
  expect(found.held).toBe(false);
});
