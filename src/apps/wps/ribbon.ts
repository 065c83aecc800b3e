import { programOf, type WpsGlobals, type WpsProgram } from './application';
import { isErrand, leaveErrand } from './errands';
import {
  folderOf,
  hidePane,
  PROBE_PANE,
  SCORING_PANE,
  showPane,
  standingPane,
  type PaneKind,
} from './task-panes';

/** A button of ribbon.xml, as WPS hands it to a callback. */
export interface RibbonControl {
  readonly Id: string;
}

export interface RibbonPage extends WpsGlobals {
  readonly location: { readonly href: string };
  readonly alert: (text: string) => void;
}

export interface RibbonTexts {
  readonly noPane: string;
  readonly noProgram: string;
  readonly scoringTitle: string;
  readonly probeTitle: string;
}

/** WPS looks the callbacks of ribbon.xml up among the page's globals, and takes no promises. */
export interface RibbonCallbacks {
  readonly OnAddinLoad: (ribbon: unknown) => boolean;
  /** Older versions call this one, however ribbon.xml spells it. */
  readonly OnAddInLoad: (ribbon: unknown) => boolean;
  readonly OnAction: (control: RibbonControl) => boolean;
  /** A path beside ribbon.xml. */
  readonly GetImage: (control: RibbonControl) => string;
}

const IMAGES: Readonly<Record<string, string>> = {
  scoreWorkbook: 'images/score.svg',
  recalculateWorkbook: 'images/recalculate.svg',
  showFindings: 'images/findings.svg',
  nextFinding: 'images/next.svg',
  previousFinding: 'images/previous.svg',
  togglePane: 'images/pane.svg',
  probe: 'images/probe.svg',
};

/** The callbacks over a page; none of them throws, whatever WPS lacks. */
export function ribbonCallbacks(page: RibbonPage, texts: RibbonTexts): RibbonCallbacks {
  const folder = folderOf(page.location.href);
  const open = (program: WpsProgram, kind: PaneKind): void => {
    const title = kind === PROBE_PANE ? texts.probeTitle : texts.scoringTitle;
    if (!showPane(program, kind, folder, title)) page.alert(texts.noPane);
  };
  const act = (program: WpsProgram, id: string): void => {
    if (isErrand(id)) {
      leaveErrand(program.PluginStorage, id);
      open(program, SCORING_PANE);
    } else if (id === 'probe') open(program, PROBE_PANE);
    else if (id === 'togglePane') {
      if (standingPane(program, SCORING_PANE)?.Visible) hidePane(program, SCORING_PANE);
      else open(program, SCORING_PANE);
    }
  };
  const onLoad = (): boolean => true;
  return {
    OnAddinLoad: onLoad,
    OnAddInLoad: onLoad,
    OnAction: ({ Id }) => {
      try {
        const program = programOf(page);
        if (program) act(program, Id);
        else page.alert(texts.noProgram);
      } catch {
        page.alert(texts.noPane);
      }
      return true;
    },
    GetImage: ({ Id }) => IMAGES[Id] ?? 'images/score.svg',
  };
}
