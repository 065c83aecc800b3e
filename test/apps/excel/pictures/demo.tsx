import { createRoot } from 'react-dom/client';
import { Failure } from '../../../../src/model/failure';
import { createFileHost } from '../../../../src/hosts/file/file-host';
import type { HostPort } from '../../../../src/hosts/port';
import { PANE_CHINESE } from '../../../../src/pane/chinese';
import { PANE_ENGLISH } from '../../../../src/pane/english';
import { wholeLibrary } from '../../../../src/pane/library';
import { Pane } from '../../../../src/pane/pane';
import type { SessionState } from '../../../../src/pane/session-state';
import { systemClock, type Surroundings } from '../../../../src/pane/surroundings';
import { buildWorkbook } from '../../../support/workbook-builder';
import { FORM } from '../../../pane/pane-forms';

declare const EXAMPLE: string;

/** The pane over an example workbook, for pictures: `?state=…&language=…`. */
const query = new URLSearchParams(location.search);
const state = query.get('state') ?? 'example';

async function hostFor(): Promise<HostPort> {
  const example = async (): Promise<Uint8Array> =>
    new Uint8Array(await (await fetch(EXAMPLE)).arrayBuffer());
  const bytes: Readonly<Record<string, () => Uint8Array>> = {
    empty: () => buildWorkbook({ sheets: [{ name: '通知', rows: [['关于开展自评工作的通知']] }] }),
    locked: () =>
      buildWorkbook({ sheets: [{ ...FORM, middle: '<sheetProtection sheet="1" objects="1"/>' }] }),
  };
  const file = await createFileHost(bytes[state]?.() ?? (await example()));
  const host: HostPort = {
    ...file,
    capabilities: { ...file.capabilities, editEvents: true },
    select: () => Promise.resolve(),
  };
  if (state === 'loading') return { ...host, read: () => new Promise(() => undefined) };
  if (state === 'failed') {
    return { ...host, read: () => Promise.reject(new Failure('file-damaged', { part: 'xl' })) };
  }
  if (state === 'working') {
    return {
      ...host,
      apply: (_, hooks) => {
        hooks?.onProgress?.(1, 3);
        return new Promise(() => undefined);
      },
    };
  }
  return host;
}

const surroundings: Surroundings = {
  clock: systemClock,
  library: wholeLibrary({ 'zh-CN': PANE_CHINESE, en: PANE_ENGLISH }),
  preferences: {
    introduced: query.get('first') !== '1',
    language: query.get('language') === 'en' ? 'en' : 'zh-CN',
    autoRecalculate: false,
  },
  keepPreferences: () => undefined,
  copy: () => Promise.resolve(true),
  saveFile: () => undefined,
  documentName: 'workbook.xlsx',
};

declare global {
  interface Window {
    paneState?: () => SessionState;
  }
}

void hostFor().then((host) => {
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <Pane
      host={host}
      surroundings={surroundings}
      onSession={(session) => {
        window.paneState = session.state;
      }}
    />,
  );
});
