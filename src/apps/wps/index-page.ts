import '../../pane/polyfills';
import { wpsTexts } from '../../texts/zh-CN/wps';
import { ribbonCallbacks } from './ribbon';

// This page stays loaded as long as WPS runs: it takes its few texts without the whole catalogue.

/** The hidden page: WPS calls these globals by the names in ribbon.xml. */
Object.assign(
  window,
  ribbonCallbacks(window, {
    noPane: wpsTexts['wps.noPane'],
    noProgram: wpsTexts['wps.noProgram'],
    scoringTitle: wpsTexts['wps.title'],
    probeTitle: wpsTexts['wps.probe.title'],
  }),
);
