/** Keys `wps.` …: the WPS add-in's shell, its packages and the probe; and errors only they say. */
export const wps: Readonly<Record<string, string>> = {
  'wps.description': 'Scores and checks self-evaluation forms and writes the results back',
  'wps.noPane':
    'This version of WPS could not open a task pane. Update WPS, or use the command line.',
  'wps.noProgram': 'WPS Spreadsheets was not found. Use this inside WPS Spreadsheets.',
  'wps.saved': 'Saved to {path}',
  'wps.notSaved':
    'Could not save on this computer. Use “Copy” beside it and paste into a text file.',
  'wps.build.done':
    'dist/wps is made. Put the whole folder at {address}, then follow docs/install-wps.md.',

  'error.wps-base-missing.message': 'Where the add-in will stand was not given.',
  'error.wps-base-missing.hint': 'For example: npm run build:wps -- --base http://intranet/jixiao/',
  'error.wps-base-invalid.message': '“{base}” is not an address.',
  'error.wps-base-invalid.hint':
    'Write the whole address, such as http://intranet/jixiao/, without spaces.',
  'error.wps-base-protocol.message': '“{base}” does not begin with http:// or https://.',
  'error.wps-base-protocol.hint':
    'WPS reads add-ins from a web server; without one, give any address and use only the offline folder.',
  'error.wps-base-extra.message': '“{base}” is not the address of a folder.',
  'error.wps-base-extra.hint':
    'Leave out file name, question mark, hash, user name and password, as in http://intranet/jixiao/.',

  'wps.probe.title': 'Check this WPS',
};
