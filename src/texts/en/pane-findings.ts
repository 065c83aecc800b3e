import type { PaneFindingsKey } from '../zh-CN/pane-findings';

/** Keys `pane.` …: the list of findings, reasons, and what is done about them. */
export const paneFindings: Readonly<Record<PaneFindingsKey, string>> = {
  'pane.findings.title': 'Findings',
  'pane.findings.counts': 'Open: errors {error}, warnings {warning}, notes {info}.',
  'pane.findings.none': 'Nothing was found.',
  'pane.findings.noTable':
    'Nothing was checked yet: no table was recognised. Name its columns under Recognise first.',
  'pane.findings.search': 'Search text',
  'pane.findings.kind': 'Kind',
  'pane.findings.allKinds': 'All kinds',
  'pane.findings.kindOption': '{kind} ({count})',
  'pane.findings.handled': 'Also show the {count} handled',
  'pane.findings.noMatch': 'No finding matches.',
  'pane.findings.place': '{code} · {place}',
  'pane.findings.points': '{points} points',
  'pane.findings.filter': 'Search and filter',
  'pane.findings.filtering': 'Search and filter (on)',
  'pane.findings.allHandled': 'No finding is open.',
  'pane.findings.keys': 'F8 goes to the next finding, Shift + F8 to the one before.',
  'pane.findings.keys.shortcut':
    'From the sheet: Ctrl + Alt + Shift + N and Ctrl + Alt + Shift + B (Microsoft 365).',
  'pane.findings.keys.ribbon': 'From the sheet: 下一条 and 上一条 on the ribbon.',
  'pane.findings.status.waived': 'Set aside',
  'pane.findings.status.adopted': 'Computed score used',
  'pane.findings.status.filled': 'Score filled in',
  'pane.severity.error': 'Errors',
  'pane.severity.warning': 'Warnings',
  'pane.severity.info': 'Notes',

  'pane.finding.expected': 'Expected',
  'pane.finding.found': 'Found',
  'pane.finding.why': 'Why',
  'pane.finding.basis': 'Basis',
  'pane.finding.waiver': 'Reason for setting it aside',
  'pane.finding.adopt': 'Use computed score {score}',
  'pane.finding.adoptAll': 'Use the computed scores ({count} cells)',
  'pane.finding.scope': 'Which',
  'pane.finding.scopeAll': 'All {count} cells',
  'pane.finding.reason': 'Write the reason',
  'pane.finding.waive': 'Set aside with a reason',
  'pane.finding.unwaive': 'Take it up again',
  'pane.finding.select': 'Go to {cell}',
  'pane.reason.cause': 'Reason for deviation',
  'pane.reason.measureLabel': 'Measures (optional)',
  'pane.reason.preview': 'Text for {cell}:',
  'pane.reason.blank': '(please write the reason)',
  'pane.reason.text': 'Target {target}, actual {actual}. Reason: {cause}',
  'pane.reason.textRate': 'Target {target}, actual {actual}, achievement {rate}. Reason: {cause}',
  'pane.reason.measure': ' Measures: {measure}',
  'pane.reason.suggest': 'Common causes',
  'pane.reason.suggestHint':
    'Choose a kind, then put the facts in place of what is in 【】; each row has its own figures.',
  'pane.reason.none': 'In my own words',
  'pane.reason.earlier': 'Written before: {cause}',
  'pane.reason.gap': 'What is in 【】 still has to be replaced by facts.',
  'pane.reason.progress': 'Progress',
  'pane.reason.progress.cause':
    '【which step】 came 【how much】 later than planned, because 【what happened】',
  'pane.reason.progress.measure': '【who】 finishes it by 【when】',
  'pane.reason.price': 'Prices',
  'pane.reason.price.cause':
    'the price of 【what】 went from 【how much】 to 【how much】, so the same money paid for 【how much】 less',
  'pane.reason.price.measure':
    'next year costs are estimated from quotations, and the budget with them',
  'pane.reason.demand': 'Demand',
  'pane.reason.demand.cause':
    'there were 【how many】 eligible 【whom】, 【how many】 fewer than expected',
  'pane.reason.demand.measure': 'next year the target is set from 【which statistics】',
  'pane.reason.policy': 'Policy',
  'pane.reason.policy.cause': '【which document】 changed 【what】 from 【when】 on',
  'pane.reason.policy.measure': 'the target is set anew by the new policy and approved',
  'pane.reason.weather': 'Weather',
  'pane.reason.weather.cause':
    '【rain or frost】 in 【where】 at 【when】 stopped work for 【how many】 days',
  'pane.reason.weather.measure': 'made up for by 【when】; next year 【which season】 is avoided',
  'pane.reason.funds': 'Late funds',
  'pane.reason.funds.cause':
    '【which funds】 came only at 【when】, too late to pay 【how much】 within the year',
  'pane.reason.funds.measure': 'paid in full by 【when】',
  'pane.reason.staff': 'Staff',
  'pane.reason.staff.cause':
    '【how many】 posts of 【what】 were vacant, and 【which work】 stood still from 【when】 on',
  'pane.reason.staff.measure': 'filled by 【when】',
  'pane.reason.priceUp': 'Higher prices',
  'pane.reason.priceUp.cause':
    'the price of 【what】 rose from 【how much】 to 【how much】, which cost 【how much】 more',
  'pane.reason.priceUp.measure':
    'next year costs are estimated from quotations, and the budget with them',
  'pane.reason.moreWork': 'More work',
  'pane.reason.moreWork.cause': '【how much】 of 【what】 was done, 【how much】 more than planned',
  'pane.reason.moreWork.measure': 'next year the target is set from 【which statistics】',
  'pane.reason.demandMore': 'More demand',
  'pane.reason.demandMore.cause':
    'there were 【how many】 eligible 【whom】, 【how many】 more than expected',
  'pane.reason.demandMore.measure': 'next year the target is set from 【which statistics】',
  'pane.reason.priceDown': 'Lower prices',
  'pane.reason.priceDown.cause':
    'the price of 【what】 fell from 【how much】 to 【how much】, so the same money paid for 【how much】 more',
  'pane.reason.priceDown.measure':
    'next year costs are estimated from quotations, and the target with them',
  'pane.reason.policyWider': 'Wider policy',
  'pane.reason.policyWider.cause':
    '【which document】 widened 【what】 to 【what】 from 【when】 on',
  'pane.reason.policyWider.measure': 'the target is set anew by the new policy and approved',
  'pane.reason.targetLow': 'Low target',
  'pane.reason.targetLow.cause':
    'the target was set from the figures of 【which year】 and left out 【what】',
  'pane.reason.targetLow.measure':
    'next year the target is set from what was done in 【which years】',
  'pane.reason.partial': 'Not wholly done',
  'pane.reason.partial.cause':
    '【which demand】 was met only 【how far】, so 【how many】 points are taken off',
  'pane.reason.partial.measure': 'made up for by 【when】',
  'pane.reason.papers': 'Papers missing',
  'pane.reason.papers.cause':
    '【which】 evidence is not on file, so 【how many】 points are taken off',
  'pane.reason.papers.measure': 'filed by 【when】',
  'pane.reason.write': 'Write ({count})',
  'pane.oldReasons.title': 'Figures in reasons are out of date ({count})',
  'pane.oldReasons.text':
    'These reasons were written from this pane, and the figures of their rows have changed since. The button rewrites them with the figures of now; the words of the reason stay.',
  'pane.oldReasons.write': 'Rewrite with the figures of now ({count})',
  'pane.waive.reason': 'Reason',
  'pane.waive.hint': 'It is kept in the workbook and shown in the list of findings.',
  'pane.fix.all': 'Put right {count} cells',
  'pane.fix.numbers': 'Convert all to numbers ({count} cells)',
  'pane.fix.scores': 'Fill in the computed scores ({count} cells)',
  'pane.fix.text': 'These are certain and not written yet. One step takes them back.',
  'pane.fix.write': 'Write the corrections ({count} cells)',
  'pane.waive.done': 'Set aside',
};
