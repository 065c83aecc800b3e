import { createRoot } from 'react-dom/client';
import { fetchEngine } from '../../../pane/session-engine';
import { systemClock } from '../../../pane/surroundings';
import { createPageHost } from '../worker/page-host';
import { createWorkerClient } from '../worker/worker-client';
import { createWorkerEngine } from '../worker/worker-engine';
import { createBrowserStore } from '../files/browser-store';
import { createDesk } from '../books/desk';
import { exampleSources } from '../files/examples';
import { browserFiles } from '../files/file-access';
import { joinWindows } from '../files/other-windows';
import { storedPreferences } from './preferences';
import { createWorkbenchLibrary } from './speaker';
import { startWorker } from './start-worker';
import { Workbench } from './workbench';

const first = storedPreferences.read();
const asker = createWorkerClient(startWorker());
const store = createBrowserStore();
const library = createWorkbenchLibrary();
const desk = createDesk({
  asker,
  hostFor: (book, events) => createPageHost({ client: asker, book, ...events }),
  engineFor: () => createWorkerEngine(asker),
  // In the one-file page what comes later stands below this script.
  loadGrid: async () => {
    await documentRead();
    const { createGrid } = await import(/* webpackChunkName: "grid" */ '../grid/create-grid');
    return createGrid;
  },
  files: browserFiles,
  store,
  windows: joinWindows(),
  clock: systemClock,
});
const lost = desk.lostDrafts();

function documentRead(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}

function show(): void {
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <Workbench desk={desk} library={library} store={store} first={first} lost={lost} />,
  );
  void documentRead().then(openExample);
}

/** Not before the end of the document: a workbook is shown by what stands there in the one-file page. */
function openExample(): void {
  const example = exampleSources[0];
  if (first.example && example) void desk.open([example]);
}

// In the one-file page English, too, stands below this script.
const readable = first.language === 'en' ? documentRead() : Promise.resolve();
void readable.then(() => library.load(first.language)).then(show);
// Whoever needs it says that it did not come.
void documentRead()
  .then(fetchEngine)
  .catch(() => undefined);
