/// <reference types="office-js" />
import '../../pane/polyfills';
import { createRoot } from 'react-dom/client';
import { createExcelHost } from '../../hosts/excel/excel-host';
import type { HostPort } from '../../hosts/port';
import { asFailure } from '../../model/failure';
import { VERSION } from '../../model/version';
import { PANE_CHINESE } from '../../pane/chinese';
import type { CommandTarget } from '../../pane/commands';
import { createLibrary } from '../../pane/library';
import { Pane } from '../../pane/pane';
import type { PaneTab } from '../../pane/pane-tabs';
import type { Session } from '../../pane/session';
import type { Walk } from '../../pane/walk';
import { latePart } from '../../pane/late-part';
import { fetchEngine } from '../../pane/session-engine';
import { browserSurroundings, systemClock, type Surroundings } from '../../pane/surroundings';
import { isDarkColour } from '../../pane/theme';
import type { Language } from '../../texts/catalogue';
import { registerFunctions } from './functions/register-functions';
import {
  createErrorLog,
  diagnosticsText,
  newestSets,
  noting,
  type ProgramFacts,
} from './diagnostics';
import { watchNewer } from './newer-build';
import { nameOfDocument, startExcel } from './start';

declare global {
  interface Window {
    /** Of `starting.js`. */
    readonly jixiaoSay?: (face: 'unreachable' | 'outside') => void;
  }
}

// English comes when it is asked for.
const library = createLibrary(
  PANE_CHINESE,
  async () => (await import('../../pane/english')).PANE_ENGLISH,
);
/** Known once Office is ready; functions speak Chinese until then. */
let language: Language = 'zh-CN';

// On its way while Office gets ready; who needs it asks again and tells what went wrong.
void fetchEngine().catch(() => undefined);

/** The page of the shared runtime: pane, ribbon commands and custom functions are one program. */
void startExcel({
  office: 'Office' in window ? Office : null,
  clock: systemClock,
  register: (host) => registerFunctions(host, () => library.of(language)),
  functions:
    'CustomFunctions' in window
      ? {
          associate: (id, run) => CustomFunctions.associate(id, run),
          notAvailable: (text) =>
            new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, text),
        }
      : null,
  outside: () => window.jixiaoSay?.('outside'),
  open: (found) => void openPane(found),
});

async function openPane(found: (target: CommandTarget) => void): Promise<void> {
  const { displayLanguage, document: file } = Office.context;
  const name = nameOfDocument(file.url);
  const log = createErrorLog();
  const surroundings: Surroundings = {
    ...browserSurroundings(library, displayLanguage, name),
    savesUnseen: true,
    walkFromGrid: 'shortcut',
    reload: () => window.location.reload(),
    ...watchingServer(),
    diagnostics: () => diagnosticsText(programFacts(), log.list()),
    selfTest: async (onProgress) => {
      const { probeText, runProbe } = await latePart(import('./probe/run-probe'));
      const openContext = (): Excel.RequestContext => new Excel.RequestContext();
      const report = await runProbe({ openContext, now: Date.now, onProgress });
      return probeText({ ...programFacts(), sets: newestSets(isSetSupported) }, report);
    },
  };
  ({ language } = surroundings.preferences);
  await library.load(language);
  const root = document.getElementById('root');
  if (!root) return;
  const onSession = (session: Session, show: (tab: PaneTab) => void, walk: Walk): void =>
    found({ session, show, walk });
  createRoot(root).render(
    <Pane
      host={noting(excelHost(), log, Date.now)}
      surroundings={surroundings}
      dark={officeDark()}
      onSession={onSession}
    />,
  );
}

/** Only a page from a server may ask it, and it asks no other. */
function watchingServer(): Pick<Surroundings, 'watchNewer'> {
  const own = document.querySelector<HTMLScriptElement>('script[src*="pane."]')?.src;
  if (own === undefined || !/^https?:/.test(own)) return {};
  const script = own.replace(/^.*\/|[?#].*$/g, '');
  const ask = async (): Promise<unknown> => {
    const answer = await fetch('version.json', { cache: 'no-store' });
    return answer.ok ? ((await answer.json()) as unknown) : null;
  };
  return { watchNewer: (tell) => watchNewer({ script, clock: systemClock, ask }, tell) };
}

/** Where Excel is too old for the host, the pane says so as it says everything else. */
function excelHost(): HostPort {
  try {
    return createExcelHost({
      openContext: () => new Excel.RequestContext(),
      isSetSupported,
    });
  } catch (reason) {
    const refuse = (): Promise<never> => Promise.reject(asFailure(reason));
    return {
      capabilities: {
        notes: false,
        editEvents: false,
        merges: false,
      },
      read: refuse,
      apply: refuse,
      onEdit: () => () => undefined,
    };
  }
}

const isSetSupported = (set: string, version: string): boolean =>
  Office.context.requirements.isSetSupported(set, version);

const programFacts = (): ProgramFacts => {
  const { host, platform, version } = Office.context.diagnostics;
  return {
    version: VERSION,
    userAgent: navigator.userAgent,
    office: { host: String(host), platform: String(platform), version },
    officeJs: document.querySelector<HTMLScriptElement>('script[src*="office.js"]')?.src ?? '',
    isSetSupported,
  };
};

/** Null where this version of Office does not tell its theme. */
function officeDark(): boolean | null {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return theme ? isDarkColour(theme.bodyBackgroundColor) : null;
}
