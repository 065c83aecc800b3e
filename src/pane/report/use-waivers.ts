import { useState } from 'react';
import type { ReportFinding } from '../../report/text/report-finding';
import { usePaneTools } from '../pane-context';
import {
  keptJson,
  readKeptReports,
  withWaiver,
  type KeptReports,
  type KeptWaiver,
} from './kept-reports';

export interface Waivers {
  /** Why a person lets a finding be; null where they do not. */
  readonly reasonOf: (finding: ReportFinding) => string | null;
  /** A null reason takes it back. */
  readonly waive: (findings: readonly ReportFinding[], reason: string | null) => void;
  /** The last one could not be kept on this computer: it holds while the report is open. */
  readonly unkept: boolean;
}

/** Why a person lets this finding of the report be; null where they do not. */
export const reasonIn = (
  { waivers }: KeptReports,
  report: string,
  { id, excerpt }: ReportFinding,
): string | null =>
  waivers.find((one) => one.report === report && one.check === id && one.excerpt === excerpt)
    ?.reason ?? null;

/** With these too, which no store has. */
const withThose = (stored: KeptReports, waivers: readonly KeptWaiver[]): KeptReports =>
  waivers.reduceRight((all, { reason, ...of }) => withWaiver(all, of, reason), stored);

/** The findings of one report that a person lets be, kept on this computer by the report's name. */
export function useWaivers(report: string): Waivers {
  const { surroundings } = usePaneTools();
  const [unkept, setUnkept] = useState(false);
  const [kept, setKept] = useState(() => readKeptReports(surroundings.reports?.read() ?? null));
  return {
    unkept,
    reasonOf: (finding) => reasonIn(kept, report, finding),
    waive: (findings, reason) => {
      // Drafts and waivers may have been kept since, here or in another window.
      const stored = surroundings.reports?.read() ?? null;
      const now = findings.reduce(
        (all, { id, excerpt }) => withWaiver(all, { report, check: id, excerpt }, reason),
        withThose(readKeptReports(stored), unkept ? kept.waivers : []),
      );
      setUnkept(surroundings.reports?.keep(keptJson(stored, now)) !== true);
      setKept(now);
    },
  };
}
