import { speaker, type Language } from '../../../texts/catalogue';
import { grid as english } from '../../../texts/en/grid';
import { grid as chinese } from '../../../texts/zh-CN/grid';

/** What the grid's parts are called by the library itself, in English whatever its language is. */
const NAMES = {
  'Close sidebar': 'closeSidebar',
  'Sidebar panel': 'sidebar',
  'Resize sidebar': 'resizeSidebar',
  'Sheet tabs': 'sheets',
  'Zoom in': 'zoomIn',
  'Zoom out': 'zoomOut',
  'Reset zoom': 'zoomReset',
  'Notifications alt+T': 'notifications',
} as const;

const isNamed = (said: string | null): said is keyof typeof NAMES => said !== null && said in NAMES;

const SPOKEN = {
  'zh-CN': speaker('workbench.grid.part', { language: 'zh-CN', entries: chinese }),
  en: speaker('workbench.grid.part', { language: 'en', entries: english }),
};

const LABEL = 'aria-label';
const OWN = 'data-own-label';

export interface PartNames {
  readonly speak: (language: Language) => void;
  readonly stop: () => void;
}

/** Calls the grid's parts by names in the page's language, also those that come later. */
export function namePartsIn(container: HTMLElement): PartNames {
  let language: Language = 'zh-CN';
  const name = (part: Element): void => {
    const said = part.getAttribute(LABEL) ?? '';
    const own = isNamed(said) ? said : part.getAttribute(OWN);
    if (!isNamed(own)) return;
    const wanted = SPOKEN[language](NAMES[own]);
    if (part.getAttribute(OWN) !== own) part.setAttribute(OWN, own);
    if (said !== wanted) part.setAttribute(LABEL, wanted);
  };
  const nameAll = (root: Element): void => {
    name(root);
    for (const part of root.querySelectorAll(`[${LABEL}]`)) name(part);
  };
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (addedNodes.length === 0 && target instanceof Element) name(target);
      for (const added of addedNodes) if (added instanceof Element) nameAll(added);
    }
  });
  observer.observe(container, { childList: true, subtree: true, attributeFilter: [LABEL] });
  nameAll(container);
  return {
    speak: (wanted) => {
      language = wanted;
      nameAll(container);
    },
    stop: () => observer.disconnect(),
  };
}
