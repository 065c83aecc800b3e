import { useMemo } from 'react';
import { withResultTexts } from '../result-texts';
import { withSheetTexts } from '../sheet-texts';
import type { ResultKey } from '../../report/chinese';
import { VERIFIED_TEXTS, type VerifiedTexts } from '../../report/text/verified-lines';
import type { SlotNames } from '../../report/outline-templates/structure-text';
import { render, speaker, type Language, type SayOf, type Texts } from '../../texts/catalogue';
import type { Message } from '../../texts/message';
import { report as englishReport } from '../../texts/en/report';
import { reporting as english } from '../../texts/en/reporting';
import { report as chineseReport, type ReportKey } from '../../texts/zh-CN/report';
import { reporting as chinese, type ReportingKey } from '../../texts/zh-CN/reporting';
import { useSpeaker } from '../language';
import { slotNames } from './slot-names';

const TAB: Readonly<Record<Language, Texts<ReportingKey>>> = {
  'zh-CN': { language: 'zh-CN', entries: chinese },
  en: { language: 'en', entries: english },
};

const REPORT: Readonly<Record<Language, Texts<ReportKey>>> = {
  'zh-CN': { language: 'zh-CN', entries: chineseReport },
  en: { language: 'en', entries: englishReport },
};

/** What the tab of reports says itself, what reports are written in, what findings in them are told in. */
export interface ReportSpeaker {
  readonly say: SayOf<'reporting', ReportingKey>;
  readonly reportTexts: Texts<ResultKey>;
  /** How the parts of a structure are called: in the language of the pane, and in any. */
  readonly slots: { readonly own: SlotNames; readonly any: readonly SlotNames[] };
  readonly verifiedTexts: VerifiedTexts;
  /** Any message, those about reports too. */
  readonly tell: (message: Message) => string;
}

/** Names that were written before the language was changed are known still. */
function slotsOf(tab: Texts<ReportingKey>, report: Texts<ResultKey>): ReportSpeaker['slots'] {
  const own = slotNames(tab, report);
  const languages: readonly Language[] = ['zh-CN', 'en'];
  return { own, any: [own, ...languages.map((one) => slotNames(TAB[one], REPORT[one]))] };
}

export function useReportSpeaker(): ReportSpeaker {
  const { texts } = useSpeaker();
  const tab = TAB[texts.language];
  const reportTexts = withSheetTexts(withResultTexts(texts));
  const verifiedTexts = VERIFIED_TEXTS[texts.language];
  return {
    say: speaker('reporting', tab),
    reportTexts,
    slots: useMemo(() => slotsOf(tab, reportTexts), [texts]),
    verifiedTexts,
    tell: (message) =>
      render(message, {
        language: texts.language,
        entries: { ...verifiedTexts.entries, ...texts.entries },
      }),
  };
}
