import { startedWorker } from './start-worker';

// The worker gets ready on its own thread while the page's script comes in and is compiled.
void startedWorker(document);
