import './polyfills';
import { render } from '../../i18n/catalogue';
import { ribbonCallbacks } from './ribbon';

const text = (key: string): string => render({ key, data: {} });

/** The hidden page: WPS calls these globals by the names in ribbon.xml. */
Object.assign(
  window,
  ribbonCallbacks(window, {
    noPane: text('wps.noPane'),
    noProgram: text('wps.noProgram'),
    scoringTitle: text('pane.title'),
    probeTitle: text('wps.probe.title'),
  }),
);
