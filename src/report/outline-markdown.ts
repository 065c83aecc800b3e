import { walkOutline, type Outline } from './outline';

/** Signs of the text that Markdown would read as its own. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_<>[\]|#~]/g, '\\$&')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/^([+-]|\d+\.)(?=\s)/, '\\$1');

/** The outline as Markdown (CommonMark), headings one level below the title's. */
export function outlineMarkdown(outline: Outline): string {
  const blocks = [`# ${escaped(outline.title)}`, ...outline.cover.map(escaped)];
  for (const section of walkOutline(outline.sections)) {
    blocks.push(`${'#'.repeat(section.depth + 1)} ${escaped(section.number + section.title)}`);
    blocks.push(...section.paragraphs.map(escaped));
  }
  return `${blocks.join('\n\n')}\n`;
}
