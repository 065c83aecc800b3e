import {
  NEWER_GLOBALS,
  NEWER_MEMBERS,
  NEWER_STATICS,
  scriptProblems,
  type Allowance,
  type Engine,
} from '../../support/script-problems';

/**
 * WPS's engines (wps-host notes): fetch hangs in the pane of 12.1.0.16250, toLocale… throws on Linux,
 * http:// pages have no crypto.subtle, Chromium 80 is the oldest engine.
 */
const WPS: Engine = {
  syntax: 2018,
  globals: new Set([
    ...NEWER_GLOBALS,
    'fetch',
    'Intl',
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
    'SharedWorker',
    'Worker',
  ]),
  members: new Set([...NEWER_MEMBERS, 'fetch', 'subtle', 'sendBeacon', 'serviceWorker']),
  statics: NEWER_STATICS,
  noLocales: true,
};

export const bundleProblems = (text: string, allowed: readonly Allowance[] = []): string[] =>
  scriptProblems(text, WPS, allowed);
