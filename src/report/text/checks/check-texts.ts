import type { Language } from '../../../texts/catalogue';
import type { ReportCheckKey } from '../../../texts/message';
import { REPORT_TEXT_CHECKS } from './registry';

/** The texts that the checks of a report bring with them, by `report.check.<id>.<part>`. */
export function reportCheckTexts(language: Language): Readonly<Record<ReportCheckKey, string>> {
  const texts: Record<ReportCheckKey, string> = {};
  for (const { id, texts: words } of REPORT_TEXT_CHECKS) {
    const { title, message, fix, basis } = words[language];
    for (const [part, text] of Object.entries({ title, message, fix, basis })) {
      texts[`report.check.${id}.${part}`] = text;
    }
  }
  return texts;
}
