import type { Finding } from '../../model/finding';
import { cellName, type CellRef } from '../../model/grid';
import type { Quantity } from '../../model/quantity';
import type { Indicator, Table } from '../../model/table';
import { EVERY_KIND } from '../check';
import { defineCheck, type Say } from '../define-check';
import { brief } from '../wording';
import { isStar, mayPrompt, promptIn } from './prompts';

/**
 * Prompts in the goal, the meta block, the remarks and filled indicator rows, one finding each. Rows
 * left over from the form, blank or with dashes, belong to it and are nobody's mistake.
 */
export const templateText = defineCheck({
  id: 'template-text',
  code: 'JX106',
  severity: 'warning',
  kinds: EVERY_KIND,
  scope: 'block',
  about: ['form'],
  ownsCell: true,
  texts: {
    'zh-CN': {
      title: '模板提示文字未替换',
      message: {
        plain: '这里还留着模板的提示文字“{found}”。',
        name: '指标名称还是模板文字“{found}”，但这一行已填了内容。',
      },
      why: '模板文字会被当成填报内容公开，也让人看不清表格是否填完。',
      fix: '请换成实际内容。',
      basis:
        '模板的提示文字要换成实际内容（审核经验）；青神县2023年、廊坊2019年、宣城2021年公开自评表为实例',
    },
    en: {
      title: 'Prompt of the empty form left in',
      message: {
        plain: 'The prompt “{found}” of the empty form still stands here.',
        name: 'The name is still the form’s “{found}” although the row is filled in.',
      },
      why: 'A left-over prompt is published as if it were content and hides whether the form is complete.',
      fix: 'Replace it by what it asks for.',
      basis:
        'What a template prompts for is written in its place (reviewing practice); seen in Qingshen 2023, Langfang 2019, Xuancheng 2021',
    },
  },
  find(say, { table }) {
    const left = table.templateRows.filter(({ filled }) => filled);
    return [
      ...prompted(say, textsAround(table)),
      ...left.map(({ cell, text }) => say(cell, { variant: 'name', found: brief(text) })),
    ];
  },
  everyRow(say) {
    return (indicator) => (mayCarryPrompt(indicator) ? prompted(say, textsOf(indicator)) : null);
  },
});

type SayText = Say<'plain' | 'name'>;
type TextCell = readonly [text: string, cell: CellRef];

/** One finding per cell, whatever reads it as its own. */
function prompted(say: SayText, texts: readonly TextCell[]): Finding[] {
  const open = texts.filter(([text]) => mayPrompt(text));
  const cells = new Map(open.map((one) => [cellName(one[1]), one]));
  const found: Finding[] = [];
  for (const [text, cell] of cells.values()) {
    const prompt = promptIn(text);
    if (prompt === null) continue;
    found.push(say(cell, { found: brief(prompt) }));
  }
  return found;
}

/** The texts above and below the rows. */
function textsAround({ goal, meta, notes }: Table): readonly TextCell[] {
  return [goal.expected, goal.achieved, ...meta, ...notes].flatMap((field) =>
    field ? [[field.value, field.cell] as const] : [],
  );
}

const isWording = ({ kind, text }: Quantity): boolean =>
  (kind === 'qualitative' && mayPrompt(text)) || isStar(text);

/** A quick look that most rows do not pass. Figures and dates are no prompts. */
const mayCarryPrompt = ({ name, target, actual, reason }: Indicator): boolean =>
  mayPrompt(name) || isWording(target) || isWording(actual) || mayPrompt(reason ?? '');

function textsOf(indicator: Indicator): readonly TextCell[] {
  const { target, targetCell, actual, actualCell, reason, reasonCell } = indicator;
  const texts: TextCell[] = [[indicator.name, indicator.nameCell]];
  if (targetCell && isWording(target)) texts.push([target.text, targetCell]);
  if (actualCell && isWording(actual)) texts.push([actual.text, actualCell]);
  if (reasonCell) texts.push([reason ?? '', reasonCell]);
  return texts;
}
