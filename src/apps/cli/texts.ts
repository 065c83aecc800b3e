import { composed, type Language, type Texts } from '../../texts/catalogue';
import { cli as englishCli } from '../../texts/en/cli';
import { errors as englishErrors } from '../../texts/en/errors';
import { reports as englishReports } from '../../texts/en/reports';
import { cli, type CliKey } from '../../texts/zh-CN/cli';
import { errors, type ErrorKey } from '../../texts/zh-CN/errors';
import { reports, type ReportsKey } from '../../texts/zh-CN/reports';
import { languageOf, type Io } from './io';

/** What the command line says itself; what results are told in comes with the engine. */
export type CliTexts = Texts<CliKey | ErrorKey | ReportsKey>;

export const TEXTS: Readonly<Record<Language, CliTexts>> = {
  'zh-CN': composed('zh-CN', () => ({ ...errors, ...reports, ...cli })),
  en: composed('en', () => ({ ...englishErrors, ...englishReports, ...englishCli })),
};

export const textsOf = (env: Io['env']): CliTexts => TEXTS[languageOf(env)];
