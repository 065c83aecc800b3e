import type { VerifyKey } from '../zh-CN/verify';

/** Keys `report.check.` …: what is found in the text of a report. */
export const verify: Readonly<Record<VerifyKey, string>> = {
  'report.check.heading-numbering.message':
    'A heading is numbered “{found}” where “{expected}” follows.',
  'report.check.heading-numbering.fix':
    'See whether a section is missing or the number is wrong, and number in order.',
  'report.check.heading-style.message':
    'Headings of one level are numbered in two ways: “{first}” before, “{second}” here.',
  'report.check.heading-style.fix': 'Use one form a level: 一、 then （一） then 1. then （1）.',
  'report.check.heading-missing-overview.message': 'There is no section on the project as such.',
  'report.check.heading-missing-overview.fix': 'Add its background, content, funds and goals.',
  'report.check.heading-missing-analysis.message': 'There is no section that analyses performance.',
  'report.check.heading-missing-analysis.fix': 'Add how goals and indicators were met.',
  'report.check.heading-missing-problems.message': 'There is no section on problems or measures.',
  'report.check.heading-missing-problems.fix':
    'Add problems, reasons and measures, or write 无 if there are none.',
  'report.check.heading-missing-conclusion.message':
    'There is no section with the conclusion and the score.',
  'report.check.heading-missing-conclusion.fix':
    'Add the conclusion, score and grade as in the form.',
  'report.check.share-not-ratio.message': 'It says {found}, but {part} ÷ {whole} = {expected}.',
  'report.check.share-not-ratio.fix':
    'Check both figures and the percentage, or say what it is a share of.',
  'report.check.mixed-rounding.message':
    'Of one set of percentages some are rounded, some cut off: {found}; rounded they are {expected}.',
  'report.check.mixed-rounding.fix': 'Round them all.',
  'report.check.shares-total.message':
    'The parts make up the whole, but their shares come to {found}.',
  'report.check.shares-total.fix': 'Check each share.',
  'report.check.parts-not-total.message':
    'The total is given as {total}; the parts {parts} = {sum}, off by {difference}.',
  'report.check.parts-not-total.fix':
    'Check the total and the parts; write 等 if the list is not complete.',
  'report.check.same-fact-two-values.message':
    '“{subject}” is {first} in paragraph {paragraph} and {second} here.',
  'report.check.same-fact-two-values.fix':
    'Settle on one figure, or say what differs between them.',
  'report.check.figure-year.message': 'The report is on {expected}; this figure is of {found}.',
  'report.check.figure-year.fix':
    'See whether the year or the figure is wrong; say so if it is there for comparison.',
  'report.check.partial-period.message': 'A report on a year uses figures of {found} only.',
  'report.check.partial-period.fix': 'Use figures of the whole year, or say why there are none.',
  'report.check.future-as-evidence.message':
    'Something still to come is given as a result of {year}: “{found}”.',
  'report.check.future-as-evidence.fix':
    'Say what was done in the year; move plans to the measures.',
  'report.check.prior-year-award.message': 'The rating or prize is of {found}, not of {year}.',
  'report.check.prior-year-award.fix': 'Use the result of the year, or say it is background.',
  'report.check.two-denominators.message':
    'Two execution rates: {first} in paragraph {paragraph}, {second} here; their denominators differ.',
  'report.check.two-denominators.fix':
    'Use one denominator, as in the form (as a rule the adjusted budget); explain a cut separately.',
  'report.check.low-rate-unexplained.message':
    'Spent {spent} of {budget} (万元), that is {rate}, and no reason is given.',
  'report.check.low-rate-unexplained.fix':
    'State the rate and say why the funds were not spent in full.',
  'report.check.low-rate-unstated.message':
    'Spent {spent} of {budget} (万元), that is {rate}, which the report does not state.',
  'report.check.low-rate-unstated.fix': 'State the rate and why it is low.',
  'report.check.high-score-low-rate.message':
    'A score of {score} with an execution rate of only {rate} ({spent} ÷ {budget} 万元).',
  'report.check.high-score-low-rate.fix':
    'Check the scores; if the work is done, say why it cost so much less.',
  'report.check.score-despite-unspent.message':
    'A score of {score}, while paragraph {paragraph} says “{reason}”.',
  'report.check.score-despite-unspent.fix':
    'Check the scores that depend on spending; state the amount spent and the rate.',
  'report.check.amount-over-budget.message':
    '{count} × {each} = {total} (万元), more than the budget of {budget}.',
  'report.check.amount-over-budget.fix':
    'Say where the money came from; leave out what is not of this project.',
  'report.check.contradiction-completion.message':
    'Paragraph {paragraph} says “{first}”, and then “{second}”.',
  'report.check.contradiction-completion.fix':
    'Say plainly which indicators were met and which were not.',
  'report.check.contradiction-payment.message':
    'Paragraph {paragraph} says “{first}”; here it says “{second}”.',
  'report.check.contradiction-payment.fix':
    'Find out which holds, and agree with the amount spent in the form.',
  'report.check.repeated-sentence.message': 'The same words stand in paragraph {paragraph}.',
  'report.check.repeated-sentence.fix': 'Take one of them out.',
  'report.check.truncated-sentence.message': 'The paragraph breaks off or lacks its full stop.',
  'report.check.truncated-sentence.fix': 'Complete it.',
  'report.check.stray-marks.message': 'There are marks that do not belong to the text: “{found}”.',
  'report.check.stray-marks.fix': 'Take them out and see whether the words around them are whole.',
  'report.check.placeholder-left.message': 'Something is still to be written here.',
  'report.check.placeholder-left.fix': 'Write it and take the mark out.',
  'report.check.total-differs.message': 'The report gives {found} points, the form {expected}.',
  'report.check.total-differs.fix': 'Make them agree with the form once it is checked.',
  'report.check.grade-differs.message':
    'The report gives the grade “{found}”, the form “{expected}”.',
  'report.check.grade-differs.fix': 'Use the grade of the total.',
  'report.check.project-differs.message':
    'The report names the project “{found}”, the form “{expected}”.',
  'report.check.project-differs.fix': 'See whether they are of one project, and make them agree.',
  'report.check.department-differs.message':
    'The report names the department “{found}”, the form “{expected}”.',
  'report.check.department-differs.fix': 'Make them agree.',
  'report.check.unit-differs.message':
    'The report names the unit “{found}”, the form “{expected}”.',
  'report.check.unit-differs.fix': 'Make them agree.',
  'report.check.year-differs.message': 'The report is on {found}, the form on {expected}.',
  'report.check.year-differs.fix': 'See whether both are of the same year.',
  'report.check.budget-differs.message':
    'The report gives a budget of {found} 万元, the form {expected}.',
  'report.check.budget-differs.fix':
    'Make them agree; if the budget was adjusted, give both amounts.',
  'report.check.spending-differs.message':
    'The report gives {found} 万元 spent, the form {expected}.',
  'report.check.spending-differs.fix': 'Make them agree.',
  'report.check.rate-differs.message':
    'The report gives an execution rate of {found}, the form {expected}.',
  'report.check.rate-differs.fix': 'Make it agree with the amounts of the form.',
  'report.check.indicator-differs.message':
    '“{name}” is {found} in the report and {expected} in the form.',
  'report.check.indicator-differs.fix': 'Make them agree.',
};
