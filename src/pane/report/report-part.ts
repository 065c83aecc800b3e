/** What the tab of reports needs, fetched when it is first shown. */
export { ReportTab } from './report-tab';
