/** Says what is wrong with the nesting of an XML text; null for a text that is well formed. */
export function malformed(text: string): string | null {
  const open: string[] = [];
  const pattern =
    /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;
  let position = 0;
  for (const match of text.matchAll(pattern)) {
    const between = text.slice(position, match.index);
    if (between.includes('<')) return `stray < near ${between.slice(0, 60)}`;
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(between + (match[3] ?? ''))) {
      return `stray & near ${between.slice(0, 60)}`;
    }
    if (Array.from(between).some((sign) => sign < ' ' && !'\t\n\r'.includes(sign))) {
      return `control character in ${between.slice(0, 60)}`;
    }
    position = match.index + match[0].length;
    const name = match[2];
    if (name === undefined) continue;
    const names = Array.from((match[3] ?? '').matchAll(/([^\s=]+)\s*=/g), (item) => item[1]);
    if (new Set(names).size !== names.length) return `attribute twice in ${match[0]}`;
    if (match[1] === '/') {
      if (open.pop() !== name) return `unexpected </${name}>`;
    } else if (match[4] !== '/') open.push(name);
  }
  if (text.slice(position).includes('<'))
    return `stray < near ${text.slice(position, position + 60)}`;
  return open.length === 0 ? null : `not closed: ${open.join(' ')}`;
}
