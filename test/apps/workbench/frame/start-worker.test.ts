import { startedWorker } from '../../../../src/apps/workbench/frame/start-worker';

class FakeWorker extends EventTarget {
  static made: string[] = [];
  constructor(program: URL | string) {
    super();
    FakeWorker.made.push(String(program));
  }
}

const served = (): Document =>
  ({
    baseURI: 'http://localhost/a/index.html',
    getElementById: () => null,
    querySelector: () => ({ getAttribute: () => 'worker.1.js' }),
  }) as unknown as Document;

beforeEach(() => {
  FakeWorker.made = [];
  Object.assign(globalThis, { Worker: FakeWorker });
});

test('one worker is started, whoever asks first', async () => {
  const page = served();
  const [one, other] = await Promise.all([startedWorker(page), startedWorker(page)]);
  expect(one).toBe(other);
  expect(FakeWorker.made).toEqual(['http://localhost/a/worker.1.js']);
});

test('that it broke down before anybody listened is known', async () => {
  const started = await startedWorker(served());
  expect(started.broken).toBe(false);
  started.worker.dispatchEvent(new Event('error'));
  expect(started.broken).toBe(true);
});
