import { extname, resolve } from 'node:path';
import { evaluate } from '../../../engine/evaluate';
import { standingTables } from '../../../engine/plan';
import { createFileHost } from '../../../hosts/file/file-host';
import { render } from '../../../texts/catalogue';
import { Failure } from '../../../model/failure';
import type { TableResult } from '../../../model/score';
import { buildOutline, type Outline } from '../../../report/outline';
import { outlineMarkdown } from '../../../report/outline-markdown';
import { outlineTemplate } from '../../../report/outline-templates';
import type { Arguments } from '../arguments';
import { chooseProfile } from '../choose-profile';
import { languageOf, type Io } from '../io';
import { singleWord } from '../list-lines';
import { identityOf, whatIsAt, writeWhole } from '../outputs';
import { engineOptions } from '../process-files';
import { inflate, readInput } from '../read-input';
import type { Command } from '../command';

export const command: Command = {
  options: { template: 'text', out: 'text', profile: 'text', map: 'texts' },
  async run(args, io) {
    const word = singleWord(args.words);
    if (word === null) throw new Failure('usage-no-input');
    const id = args.texts['template'];
    if (id === undefined) throw new Failure('usage-template');
    const template = outlineTemplate(id);
    if (!template) throw new Failure('template-unknown', { id });
    const out = args.texts['out'];
    if (out !== undefined && !/\.(docx|md)$/i.test(out)) {
      throw new Failure('usage-report-file', { path: out });
    }
    const [first, ...more] = await tablesOf(word, args, io);
    if (!first) throw new Failure('report-no-table', { path: word });
    const language = languageOf(io.env);
    if (more.length > 0) {
      const data = { sheet: first.table.sheet, count: more.length };
      io.stderr.write(render({ key: 'cli.note.first-table', data }, language) + '\n');
    }
    const outline = buildOutline(first, template, language);
    if (out === undefined) io.stdout.write(outlineMarkdown(outline).trimEnd() + '\n');
    else {
      await save(outline, word, out, io);
      io.stdout.write(render({ key: 'cli.report.written', data: { path: out } }, language) + '\n');
    }
    return 0;
  },
};

async function tablesOf(word: string, args: Arguments, io: Io): Promise<readonly TableResult[]> {
  const profile = await chooseProfile(args.texts['profile'], io.cwd);
  const bytes = await readInput(resolve(io.cwd, word), word);
  const host = await createFileHost(bytes, { fileName: word, inflate });
  const snapshot = await host.read();
  const options = engineOptions(args, io, profile);
  return standingTables(snapshot, evaluate(snapshot, options), options);
}

async function save(outline: Outline, input: string, out: string, io: Io): Promise<void> {
  const path = resolve(io.cwd, out);
  const there = await whatIsAt(path, new Set([await identityOf(resolve(io.cwd, input))]));
  if (there === 'input') throw new Failure('output-is-input', { path: out });
  if (there === 'folder') throw new Failure('output-exists', { path: out });
  const bytes =
    extname(out).toLowerCase() === '.md'
      ? new TextEncoder().encode(outlineMarkdown(outline).trimEnd() + '\n')
      : await (await import('../../../report/outline-docx')).outlineDocx(outline);
  await writeWhole(path, bytes);
}
