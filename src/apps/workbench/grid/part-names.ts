import { render, type Language } from '../../../texts/catalogue';

/** What the grid's parts are called by the library itself, in English whatever its language is. */
const NAMES: Readonly<Record<string, string>> = {
  'Close sidebar': 'closeSidebar',
  'Sidebar panel': 'sidebar',
  'Resize sidebar': 'resizeSidebar',
  'Sheet tabs': 'sheets',
  'Zoom in': 'zoomIn',
  'Zoom out': 'zoomOut',
  'Reset zoom': 'zoomReset',
  'Notifications alt+T': 'notifications',
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
    const own = said in NAMES ? said : part.getAttribute(OWN);
    const key = NAMES[own ?? ''];
    if (own === null || key === undefined) return;
    const wanted = render({ key: `workbench.grid.part.${key}`, data: {} }, language);
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
