import { defineReportCheck } from '../../check';

const STRAY =
  /(?<![。，；])(?:。。|，，|；；)(?![。，；])|\[bookmark|\*\*|\uFFFD|#(?:REF|DIV\/0|VALUE|NAME|N\/A)[!?]?|错误[!！]未|Error! /;

export const strayMarks = defineReportCheck({
  id: 'stray-marks',
  severity: 'info',
  texts: {
    'zh-CN': {
      title: '不属于正文的符号',
      message: '夹有不属于正文的符号“{found}”。',
      fix: '删去，并检查前后文字是否完整。',
      basis: '规则 F20：没有转换残留',
    },
    en: {
      title: 'Signs that are no part of the text',
      message: 'There are marks that do not belong to the text: “{found}”.',
      fix: 'Take them out and see whether the words around them are whole.',
      basis: 'Rule F20: nothing left by a conversion',
    },
  },
  find: ({ report, format }, say) =>
    report.paragraphs.flatMap((line, index) => {
      // Bold is no mistake in Markdown.
      const text = (format === 'markdown' ? line.replaceAll('**', '') : line).trim();
      const match = STRAY.exec(text);
      if (!match) return [];
      return [say({ paragraph: index + 1, text, at: match.index }, { found: match[0] })];
    }),
});
