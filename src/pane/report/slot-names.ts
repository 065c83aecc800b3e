import type { SlotNames } from '../../report/outline-templates/structure-text';
import { speaker, type Texts } from '../../texts/catalogue';
import type { ReportKey } from '../../texts/zh-CN/report';
import type { ReportingKey } from '../../texts/zh-CN/reporting';

/** What fills a section, as a person reads and writes it in a structure. */
export function slotNames(tab: Texts<ReportingKey>, report: Texts<ReportKey>): SlotNames {
  const say = speaker('reporting', tab);
  const tell = speaker('report', report);
  return {
    fact: (fact) => say(`slot.${fact}`),
    prompt: (prompt) => tell(`outline.prompt.${prompt}`),
    indicators: say('slot.indicators'),
    rest: say('slot.rest'),
    write: say('slot.write'),
  };
}
