import { speaker } from '../../texts/catalogue';
import type { Io } from './io';
import { textsOf } from './texts';

export interface Progress {
  readonly update: (done: number) => void;
  readonly stop: () => void;
}

const SILENT: Progress = { update: () => undefined, stop: () => undefined };

/** A bar on a terminal when there is more than one file, unless the results themselves run by there. */
export async function startProgress(io: Io, total: number): Promise<Progress> {
  if (!io.terminal || io.stdout.isTTY || total < 2) return SILENT;
  const { default: bars } = await import('cli-progress');
  const files = speaker('cli', textsOf(io.env))('progress.files');
  const bar = new bars.SingleBar(
    {
      format: `{bar} {value}/{total} ${files}`,
      stream: io.terminal,
      clearOnComplete: true,
      hideCursor: true,
      barsize: 30,
    },
    bars.Presets.shades_classic,
  );
  bar.start(total, 0);
  return {
    update: (done) => {
      bar.update(done);
    },
    stop: () => {
      bar.stop();
    },
  };
}
