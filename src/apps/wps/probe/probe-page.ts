import '../../../pane/polyfills';
import { createWpsHost } from '../../../hosts/wps/wps-host';
import type { EtApplication } from '../../../hosts/wps/object-model';
import { speaker } from '../../../texts/catalogue';
import { pane } from '../../../texts/zh-CN/pane';
import { wpsTexts } from '../../../texts/zh-CN/wps';
import { VERSION } from '../../../model/version';
import { applicationOf } from '../application';
import { saveText } from '../save-text';
import { hidePane, PROBE_PANE } from '../task-panes';
import { copyText } from '../wps-surroundings';
import type { ProbeApplication } from './probe-model';
import { PROBE_CASES, runProbe, type CaseResult, type ProbeReport } from './run-probe';

/** The page of 检测本机: one button, and what came of it. */

const say = speaker('wps.probe', { language: 'zh-CN', entries: wpsTexts });
const sayOfPage = speaker('wps', { language: 'zh-CN', entries: wpsTexts });

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
  children: readonly HTMLElement[] = [],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  made.append(...children);
  return made;
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = element('button', text);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

function show(application: unknown): void {
  const root = document.getElementById('root');
  if (!root) return;
  const given = application as ProbeApplication;
  let topPressed = false;
  const top = button(say('top'), () => {
    topPressed = true;
    top.textContent = say('topPressed');
    top.disabled = true;
  });
  top.className = 'top';
  const state = element('p');
  state.setAttribute('role', 'status');
  const results = element('div');
  const start = button(say('start'), () => {
    start.disabled = true;
    const shown = (report: ProbeReport): void => {
      state.textContent = summaryOf(report);
      results.replaceWith(resultsOf(report, given, state));
    };
    probe(given, topPressed, (done, total) => {
      state.textContent = say('progress', { done, total });
    }).then(shown, (reason: unknown) => {
      state.textContent = say('broken', { reason: String(reason) });
    });
  });
  const hide = button(pane['pane.hidePane'], () => hidePane(given, PROBE_PANE));
  const buttons = element('p', '', [start, hide]);
  root.append(
    top,
    element('h1', say('title')),
    element('p', say('what', { count: PROBE_CASES.length })),
    element('p', say('safe')),
    buttons,
    state,
    results,
  );
}

function probe(
  application: ProbeApplication,
  topPressed: boolean,
  onProgress: (done: number, total: number) => void,
): Promise<ProbeReport> {
  return runProbe({
    application,
    createHost: () => createWpsHost(application as unknown as EtApplication),
    userAgent: navigator.userAgent,
    secure: window.isSecureContext,
    topPressed,
    version: VERSION,
    now: () => Date.now(),
    wait,
    onProgress,
  });
}

type Verdict = 'failed' | 'known' | 'held' | 'differs';

const verdict = ({ held, error }: CaseResult): Verdict => {
  if (error !== null) return 'failed';
  if (held === null) return 'known';
  return held ? 'held' : 'differs';
};

function summaryOf({ cases, scratch }: ProbeReport): string {
  const count = (kind: Verdict): number => cases.filter((one) => verdict(one) === kind).length;
  const counts = say('summary', {
    held: count('held'),
    differs: count('differs'),
    known: count('known'),
    failed: count('failed'),
  });
  if (scratch.refused !== null) return `${counts} ${say('refused', { reason: scratch.refused })}`;
  return scratch.closed === true ? counts : `${counts} ${say('notClosed')}`;
}

/** The answers with their questions, and the JSON to hand on. */
function resultsOf(
  report: ProbeReport,
  application: ProbeApplication,
  state: HTMLElement,
): HTMLElement {
  const json = JSON.stringify(report, null, 1);
  const area = element('textarea');
  area.value = json;
  area.readOnly = true;
  area.rows = 8;
  area.setAttribute('aria-label', say('json'));
  const list = element(
    'ul',
    '',
    report.cases.map((one) => {
      const kind = verdict(one);
      const item = element('li', '', [
        element('strong', say(`verdict.${kind}`)),
        element('span', say(`${one.id}.question`)),
        element('code', one.error ?? JSON.stringify(one.seen)),
      ]);
      item.className = kind;
      item.title = `${one.id}：${say(`${one.id}.how`)}${say(`${one.id}.settles`)}`;
      return item;
    }),
  );
  return element('section', '', [
    element('p', say('send')),
    element('p', '', [
      button(say('copy'), () => {
        if (!copyText(json)) area.select();
        state.textContent = say('copied');
      }),
      button(say('save'), () => {
        const path = saveText(application, 'jixiao-wps-probe.json', json);
        state.textContent = path === null ? sayOfPage('notSaved') : sayOfPage('saved', { path });
      }),
    ]),
    area,
    list,
  ]);
}

const application = applicationOf(window);
if (application === null) document.body.classList.add('outside');
else show(application);
