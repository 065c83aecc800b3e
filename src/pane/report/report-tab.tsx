import { useMemo, useSyncExternalStore } from 'react';
import { standingTables } from '../../engine/plan';
import type { TableResult } from '../../model/score';
import { Field, Select } from '../controls';
import { usePaneTools, type PanelProps } from '../pane-context';
import { usePaneStyles } from '../styles';
import { Tabs } from '../tabs';
import {
  placeOf,
  reportDeskOf,
  type ReportDesk,
  type ReportFace,
  type ReportState,
} from './report-desk';
import { useReportSpeaker } from './report-texts';
import { VerifyFace } from './verify-face';
import { WriteFace } from './write-face';

const FACES: readonly ReportFace[] = ['write', 'verify'];

/** What both faces of the tab are given. */
export interface FaceProps extends PanelProps {
  readonly desk: ReportDesk;
  readonly reports: ReportState;
  /** The table the report is about; null where the workbook has none. */
  readonly table: TableResult | null;
  /** All of the workbook. */
  readonly tables: readonly TableResult[];
}

/** 报告: written from the table, or checked against it. */
export function ReportTab({ state, workbook }: PanelProps) {
  const { say } = useReportSpeaker();
  const { session } = usePaneTools();
  const styles = usePaneStyles();
  const desk = reportDeskOf(session);
  const reports = useSyncExternalStore(desk.subscribe, desk.state);
  const tables = useMemo(
    () => standingTables(workbook.snapshot, workbook.result, workbook.options),
    [workbook],
  );
  const table = tables.find((one) => placeOf(one) === reports.table) ?? tables[0] ?? null;
  const props = { state, workbook, desk, reports, table, tables };
  // Of several reports that name no table, one may be held against the only one all the same.
  const isAmongMany = reports.face === 'verify' && reports.many.length > 0;
  const isChosen = tables.length > (isAmongMany ? 0 : 1);
  const isByName = reports.face === 'verify' && reports.table === null;
  return (
    <section className={styles.section} aria-labelledby="report-heading">
      <div className={styles.spread}>
        <h2 className={styles.heading} id="report-heading" tabIndex={-1} data-home>
          {say('title')}
        </h2>
        <Tabs<ReportFace>
          label={say('faces')}
          panel="report-face"
          selected={reports.face}
          onSelect={(face) => desk.change({ face })}
          items={FACES.map((value) => ({ value, content: say(`face.${value}`) }))}
        />
      </div>
      <div
        className={styles.section}
        id="report-face"
        role="tabpanel"
        aria-labelledby={`tab-${reports.face}`}
      >
        {isChosen && (
          <Field label={say('table')}>
            <Select
              value={isByName ? '' : table ? placeOf(table) : ''}
              onValue={(chosen) => desk.change({ table: chosen === '' ? null : chosen })}
            >
              {reports.face === 'verify' && <option value="">{say('table.named')}</option>}
              {tables.map((one) => (
                <option key={placeOf(one)} value={placeOf(one)}>
                  {[one.table.sheet, one.table.project?.value].filter(Boolean).join(' · ')}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {reports.face === 'write' ? <WriteFace {...props} /> : <VerifyFace {...props} />}
      </div>
    </section>
  );
}
