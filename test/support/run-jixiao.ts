import { run } from '../../src/apps/cli/run';

/** The command line in this process, without threads: what it says and how it ends. */
export async function runJixiao(cwd: string, argv: readonly string[]) {
  const texts = { out: '', err: '' };
  const status = await run(argv, {
    cwd,
    env: {},
    stdout: { isTTY: false, write: (text) => void (texts.out += text) },
    stderr: { isTTY: false, write: (text) => void (texts.err += text) },
    terminal: null,
    worker: null,
    pages: [],
    timeLimit: 60,
  });
  return { status, ...texts };
}
