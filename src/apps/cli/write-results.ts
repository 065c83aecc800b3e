import { speaker } from '../../texts/catalogue';
import { render } from '../../texts/catalogue';
import { toldOf, type Failure } from '../../model/failure';
import { VERSION } from '../../model/version';
import type { Io, Sink } from './io';
import { markdownHead, totalLine } from './print-results';
import type { Tally } from './tally';
import type { ResultFormat, Told } from './tell-outcome';
import { textsOf, type CliTexts } from './texts';

/** Prints results one after the other, in the order in which they are to stand. */
export interface ResultWriter {
  readonly add: (told: Told) => void;
  /** @param failure why not all were done */
  readonly end: (tally: Tally, failure: Failure | null) => void;
}

export function resultWriter(format: ResultFormat, io: Io): ResultWriter {
  const texts = textsOf(io.env);
  const writer = WRITERS[format](io.stdout, texts);
  return {
    add: (told) => {
      for (const aside of told.asides) io.stderr.write(`${aside}\n`);
      writer.add(told);
    },
    end: writer.end,
  };
}

type MakeWriter = (stdout: Sink, texts: CliTexts) => ResultWriter;

/** The document of the contract, byte for byte as if it were printed at once. */
const jsonWriter: MakeWriter = (stdout, texts) => {
  const version = JSON.stringify(VERSION);
  let lead = `{\n  "version": 1,\n  "engine": ${version},\n  "files": [`;
  let close = ']';
  return {
    add: ({ text }) => {
      stdout.write(`${lead}\n    ${text}`);
      lead = ',';
      close = '\n  ]';
    },
    end: (_tally, failure) => {
      const head = lead === ',' ? '' : lead;
      stdout.write(`${head}${close}${failure ? errorField(failure, texts) : ''}\n}\n`);
    },
  };
};

function errorField(failure: Failure, texts: CliTexts): string {
  const { message, hint } = toldOf(failure);
  const error = {
    code: failure.code,
    message: render(message, texts),
    hint: render(hint, texts),
  };
  return `,\n  "error": ${JSON.stringify(error, null, 2).replaceAll('\n', '\n  ')}`;
}

/** A line for every file; the last one is there only when all of them are. */
const ndjsonWriter: MakeWriter = (stdout) => ({
  add: ({ text }) => {
    stdout.write(`${text}\n`);
  },
  end: ({ files, failed }, failure) => {
    if (!failure) stdout.write(`${JSON.stringify({ done: files - failed, failed })}\n`);
  },
});

const prettyWriter: MakeWriter = (stdout, texts) => {
  let lead = '';
  return {
    add: ({ text }) => {
      stdout.write(`${lead}${text}\n`);
      lead = '\n';
    },
    end: (tally) => {
      if (tally.files > 1) stdout.write(`\n${totalLine(tally, speaker('cli.print', texts))}\n`);
    },
  };
};

/** The counts stand above the files, so it is printed at the end. */
const markdownWriter: MakeWriter = (stdout, texts) => {
  const parts: string[] = [];
  return {
    add: ({ text }) => {
      parts.push(text);
    },
    end: (tally) => {
      stdout.write(`${[...markdownHead(tally, texts), ...parts].join('\n\n')}\n`);
    },
  };
};

const WRITERS: Readonly<Record<ResultFormat, MakeWriter>> = {
  json: jsonWriter,
  ndjson: ndjsonWriter,
  pretty: prettyWriter,
  markdown: markdownWriter,
};
