import './polyfills';
import { wpsTexts } from '../../texts/zh-CN/wps';
import { ribbonCallbacks } from './ribbon';

// This page stays loaded as long as WPS runs: it takes its few texts without the whole catalogue.
const text = (key: string): string => wpsTexts[`wps.${key}`] ?? key;

/** The hidden page: WPS calls these globals by the names in ribbon.xml. */
Object.assign(
  window,
  ribbonCallbacks(window, {
    noPane: text('noPane'),
    noProgram: text('noProgram'),
    scoringTitle: text('title'),
    probeTitle: text('probe.title'),
  }),
);
