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
import { loadHeldScripts } from './held-scripts';
import { storedPreferences } from './preferences';
import { createWorkbenchLibrary } from './speaker';
import { startedWorker, type StartedWorker } from './start-worker';
import { Workbench } from './workbench';

const first = storedPreferences.read();
const library = createWorkbenchLibrary();

function show({ worker, broken }: StartedWorker): void {
  const root = document.getElementById('root');
  if (!root) return;
  const asker = createWorkerClient(worker);
  // It broke down when nobody listened yet.
  if (broken) worker.dispatchEvent(new Event('error'));
  const store = createBrowserStore();
  const desk = createDesk({
    asker,
    hostFor: (book, events) => createPageHost({ client: asker, book, ...events }),
    engineFor: () => createWorkerEngine(asker),
    loadGrid: async () => {
      const { createGrid } = await import(/* webpackChunkName: "grid" */ '../grid/create-grid');
      return createGrid;
    },
    files: browserFiles,
    store,
    windows: joinWindows(),
    clock: systemClock,
  });
  const lost = desk.lostDrafts();
  createRoot(root).render(
    <Workbench desk={desk} library={library} store={store} first={first} lost={lost} />,
  );
  const example = exampleSources[0];
  if (first.example && example) void desk.open([example]);
}

loadHeldScripts(document);
Promise.all([startedWorker(document), library.load(first.language)])
  .then(([started]) => show(started))
  .catch((reason: unknown) => {
    console.error(reason);
    document.getElementById('not-started')?.removeAttribute('hidden');
  });
// Whoever needs it says that it did not come.
fetchEngine().catch(() => undefined);
