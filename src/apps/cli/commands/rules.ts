import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CHECKS } from '../../../checks/registry';
import type { ReportTextCheck } from '../../../report/text/check';
import { REPORT_TEXT_CHECKS } from '../../../report/text/checks/registry';
import type { Language } from '../../../texts/catalogue';
import { Failure } from '../../../model/failure';
import { languageOf } from '../io';
import { listLines, singleWord } from '../list-lines';
import type { Command } from '../command';

export const command: Command = {
  options: {},
  async run(args, io) {
    const wanted = singleWord(args.words);
    if (wanted === null) {
      const language = languageOf(io.env);
      io.stdout.write(
        listLines([
          ...CHECKS.map(({ id, code, texts }) => [`${code} ${id}`, texts[language].title] as const),
          ...REPORT_TEXT_CHECKS.map(({ id, texts }) => [id, texts[language].title] as const),
        ]),
      );
      return 0;
    }
    const ofReport = REPORT_TEXT_CHECKS.find(({ id }) => id === wanted);
    const language = languageOf(io.env);
    // The pages are in Chinese; in English such a check says what its texts say.
    if (ofReport && language !== 'zh-CN') {
      io.stdout.write(summaryOf(ofReport, language));
      return 0;
    }
    const check =
      ofReport ?? CHECKS.find(({ id, code }) => id === wanted || code === wanted.toUpperCase());
    if (!check) throw new Failure('rule-unknown', { id: wanted });
    const page = await pageIn(io.pages, check.id);
    io.stdout.write(page.trimEnd() + '\n');
    return 0;
  },
};

/** @throws Failure `rule-page-missing` where no folder has the page of the check. */
async function pageIn(folders: readonly string[], id: string): Promise<string> {
  let cause: unknown;
  for (const folder of folders) {
    const page = await readFile(join(folder, id, 'page.md'), 'utf8').catch((error: unknown) => {
      cause = error;
      return null;
    });
    if (page !== null) return page;
  }
  throw new Failure('rule-page-missing', { id }, { cause });
}

/** What a check of a report's text says of itself. */
function summaryOf({ id, texts }: ReportTextCheck, language: Language): string {
  const { title, message, fix, basis } = texts[language];
  return [`# ${id} ${title}`, message, fix, basis].join('\n\n') + '\n';
}
