import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Session } from './session';
import type { SessionState, Workbook } from './session-state';
import type { Surroundings } from './surroundings';

export interface PaneTools {
  readonly session: Session;
  readonly surroundings: Surroundings;
}

export const PaneContext = createContext<PaneTools | null>(null);

export function usePaneTools(): PaneTools {
  const tools = useContext(PaneContext);
  if (!tools) throw new Error('the pane has no session');
  return tools;
}

export function useSessionState(session: Session): SessionState {
  return useSyncExternalStore(session.subscribe, session.state);
}

/** What every panel is given: the workbook as it was last read. */
export interface PanelProps {
  readonly state: SessionState;
  readonly workbook: Workbook;
}
