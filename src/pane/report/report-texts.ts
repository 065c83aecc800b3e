import { withResultTexts } from '../result-texts';
import { withSheetTexts } from '../sheet-texts';
import type { ResultKey } from '../../report/chinese';
import { VERIFIED_TEXTS, type VerifiedTexts } from '../../report/text/verified-lines';
import { render, speaker, type SayOf, type Texts } from '../../texts/catalogue';
import type { Message } from '../../texts/message';
import { reporting as english } from '../../texts/en/reporting';
import { reporting as chinese, type ReportingKey } from '../../texts/zh-CN/reporting';
import { useSpeaker } from '../language';

const TAB = {
  'zh-CN': speaker('reporting', { language: 'zh-CN', entries: chinese }),
  en: speaker('reporting', { language: 'en', entries: english }),
};

/** What the tab of reports says itself, what reports are written in, what findings in them are told in. */
export interface ReportSpeaker {
  readonly say: SayOf<'reporting', ReportingKey>;
  readonly reportTexts: Texts<ResultKey>;
  readonly verifiedTexts: VerifiedTexts;
  /** Any message, those about reports too. */
  readonly tell: (message: Message) => string;
}

export function useReportSpeaker(): ReportSpeaker {
  const { texts } = useSpeaker();
  const verifiedTexts = VERIFIED_TEXTS[texts.language];
  return {
    say: TAB[texts.language],
    reportTexts: withSheetTexts(withResultTexts(texts)),
    verifiedTexts,
    tell: (message) =>
      render(message, {
        language: texts.language,
        entries: { ...verifiedTexts.entries, ...texts.entries },
      }),
  };
}
