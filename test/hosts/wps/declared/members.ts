import type {
  EtApplication,
  EtChart,
  EtInterior,
  EtRange,
  EtSheet,
  EtShapes,
  EtWindow,
  EtWorkbook,
  EtXmlPart,
  EtXmlParts,
} from '../../../../src/hosts/wps/object-model';

import type { PluginStorage, TaskPane, WpsProgram } from '../../../../src/apps/wps/application';
import type {
  ProbeApplication,
  ProbeBook,
  ProbeFiles,
  ProbePart,
  ProbeParts,
  ProbeRange,
  ProbeSheet,
} from '../../../../src/apps/wps/probe/probe-model';

/**
 * Compiled alone, against Kingsoft's own declarations: they declare globals that nobody else should
 * see. A misspelt member of WPS reads as undefined without a word, so every name we use must be one
 * Kingsoft names.
 */
type Unknown<Ours, Theirs> = Exclude<keyof Ours, keyof Theirs>;
type Known<Names extends never> = Names;

export type Checks = [
  Known<Unknown<EtApplication, WPSMergedRoot>>,
  Known<Unknown<EtWindow, Et.Window>>,
  Known<Unknown<EtWorkbook, Et.Workbook>>,
  Known<Unknown<EtWorkbook['Worksheets'], Et.Worksheets>>,
  Known<Unknown<EtXmlParts, Kso.CustomXMLParts>>,
  Known<Unknown<EtXmlPart, Kso.CustomXMLPart>>,
  Known<Unknown<EtSheet, Et.Worksheet>>,
  Known<Unknown<EtSheet['Comments'], Et.Comments>>,
  Known<Unknown<EtSheet['Hyperlinks'], Et.Hyperlinks>>,
  Known<Unknown<EtSheet['PageSetup'], Et.PageSetup>>,
  Known<Unknown<EtShapes, Et.Shapes>>,
  Known<Unknown<ReturnType<EtShapes['AddChart2']>, Et.Shape>>,
  Known<Unknown<EtChart, Et.Chart>>,
  Known<Unknown<EtChart['ChartTitle'], Et.ChartTitle>>,
  Known<Unknown<EtRange, Et.Range>>,
  Known<Unknown<EtInterior, Et.Interior>>,
  Known<Unknown<EtRange['Font'], Et.Font>>,
  Known<Unknown<EtRange['Borders'], Et.Borders>>,
  Known<Unknown<EtRange['EntireRow'], Et.Range>>,
  Known<Unknown<EtRange['EntireColumn'], Et.Range>>,
  Known<Unknown<NonNullable<EtRange['Comment']>, Et.Comment>>,
  Known<Unknown<PluginStorage, WPS.PluginStorage>>,
  Known<Unknown<TaskPane, WPS.CustomTaskpane>>,
  // The other spelling is in no declaration, only in some of Kingsoft's pages.
  Known<Exclude<keyof WpsProgram, keyof WPSMergedRoot | 'CreateTaskpane'>>,
  Known<Exclude<keyof ProbeApplication, keyof WPSMergedRoot | 'CreateTaskpane'>>,
  Known<Unknown<ProbeFiles, WPS.FileSystem>>,
  Known<Unknown<ProbeBook, Et.Workbook>>,
  Known<Unknown<ProbeParts, Kso.CustomXMLParts>>,
  Known<Unknown<ProbePart, Kso.CustomXMLPart>>,
  Known<Unknown<ProbeSheet, Et.Worksheet>>,
  Known<Unknown<ProbeRange, Et.Range>>,
];
