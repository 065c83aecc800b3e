import { Failure } from '../../../model/failure';
import { headingNumber } from '../../../report/chinese-numeral';
import { OUTLINE_TEMPLATES, outlineTemplate } from '../../../report/outline-templates';
import { templateText } from '../../../report/outline-templates/load-template';
import type { TemplateSection } from '../../../report/outline-templates/template';
import { listLines, singleWord } from '../list-lines';
import type { Command } from '../command';

export const command: Command = {
  options: { json: 'switch' },
  run(args, io) {
    const wanted = singleWord(args.words);
    if (wanted === null) {
      if (args.switches.has('json')) {
        const all = OUTLINE_TEMPLATES.map(({ id, title, kind }) => ({ id, title, kind }));
        io.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
        return Promise.resolve(0);
      }
      io.stdout.write(listLines(OUTLINE_TEMPLATES.map(({ id, title }) => [id, title])));
      return Promise.resolve(0);
    }
    const template = outlineTemplate(wanted);
    if (!template) return Promise.reject(new Failure('template-unknown', { id: wanted }));
    if (args.switches.has('json')) {
      // So that it can be saved, changed and given back with --template FILE.
      const own = { ...template, id: `own-${template.id}` };
      io.stdout.write(templateText(own));
      return Promise.resolve(0);
    }
    const lines = [template.title, template.source, '', ...headings(template.sections, 1)];
    io.stdout.write(lines.join('\n') + '\n');
    return Promise.resolve(0);
  },
};

function headings(sections: readonly TemplateSection[], depth: 1 | 2 | 3 | 4): readonly string[] {
  const inner = depth === 1 ? 2 : depth === 2 ? 3 : 4;
  return sections.flatMap((section, index) => [
    '  '.repeat(depth - 1) + headingNumber(depth, index + 1) + section.title,
    ...headings(section.sections ?? [], inner),
  ]);
}
