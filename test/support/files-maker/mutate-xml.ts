import * as fc from 'fast-check';

/** One change to the text of an XML part, by what stands there: tags, attributes, texts. */
export type XmlMutation =
  | {
      readonly kind: 'attribute';
      readonly at: number;
      readonly which: number;
      readonly value: string;
    }
  | { readonly kind: 'drop-attribute'; readonly at: number; readonly which: number }
  | { readonly kind: 'drop' | 'double' | 'empty' | 'drop-tag'; readonly at: number }
  | { readonly kind: 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'text'; readonly at: number; readonly text: string }
  | { readonly kind: 'nest'; readonly at: number; readonly depth: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'prefix' }
  | { readonly kind: 'head'; readonly text: string };

const VALUES = [
  ...[
    '',
    '0',
    '-1',
    '1',
    '3',
    '65536',
    '1048577',
    '2147483647',
    '4294967296',
    '1e308',
    'NaN',
    '0x10',
  ],
  ...['A1', 'G4', 'XFD1048576', 'A1048576', 'XFE1', 'ZZZ99999999', 'A0', 'a1', '$A$1'],
  ...['A1:XFD1048576', 'B2:A1', 'A1:H1', 'A:A', '1:1', 'G4:G4 H5', '#REF!'],
  ...['rId1', 'rId2', 'rIdJx1', 'External', '/xl/workbook.xml', 'worksheets/sheet1.xml', '../../x'],
  ...[
    '/xl/worksheets/sheet1.xml',
    '/xl/styles.xml',
    'http://example.org/',
    '%2e%2e/x',
    '__proto__',
  ],
  ...['s', 'str', 'inlineStr', 'e', 'b', 'd', 'n', 'true', 'on', 'hidden', 'veryHidden', 'shared'],
  ...[
    'array',
    'constructor',
    '&#0;',
    '&#x110000;',
    '&amp;lt;',
    '&unknown;',
    '_x0000_',
    '附表',
    '\ud83d',
  ],
  '长'.repeat(40_000),
];

const TEXTS = [
  ...[
    '',
    ' ',
    '0',
    '-0',
    '1e999',
    '1.7976931348623157e308',
    'x',
    '=1+1',
    '#N/A',
    '2023-01-01T00:00:00Z',
  ],
  ...[
    '&lt;/v&gt;',
    '<![CDATA[<c r="A1"/>]]>',
    '_x0001_',
    '_x005F_x0041_',
    '\r\n',
    ']]&gt;',
    '999999999',
  ],
  '字'.repeat(40_000),
];

const PIECES = [
  ...['<', '>', '&', '"', ']]>', '<!--', '<!-- x -->', '<?x y?>', '<![CDATA[x]]>', '\0', '\ufffe'],
  ...[
    '<!DOCTYPE x [<!ENTITY e "x">]>',
    '<x:y xmlns:x="urn:x"/>',
    '<c r="A1"><v>1</v></c>',
    '<row/>',
  ],
  ...['<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', '<row r="2"/>', '<c/>', '<f>1</f>'],
  ...['<mergeCell ref="A1:XFD1048576"/>', '<mergeCell ref="A1:B2"/>', '<col min="1" max="16384"/>'],
  ...[
    '<f t="shared" si="0"/>',
    '<f t="array" ref="A1:XFD1048576">1</f>',
    '<sheetData/>',
    '<is><t/></is>',
  ],
  ' '.repeat(1 << 20),
];

const HEADS = [
  '\ufeff',
  '<?xml version="1.1"?>',
  '<?xml version="1.0" encoding="GBK"?>',
  '<!DOCTYPE worksheet SYSTEM "file:///etc/passwd">',
  '<!DOCTYPE a [<!ENTITY a "&b;&b;"><!ENTITY b "&a;">]>',
];

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const which = fc.nat({ max: 4 });

export const xmlMutation: fc.Arbitrary<XmlMutation> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('attribute' as const),
      at: place,
      which,
      value: fc.constantFrom(...VALUES),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('drop-attribute' as const), at: place, which }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'drop' as const,
        'double' as const,
        'empty' as const,
        'drop-tag' as const,
      ),
      at: place,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), at: place, to: place }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('insert' as const),
      at: place,
      text: fc.constantFrom(...PIECES),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      at: place,
      text: fc.constantFrom(...TEXTS),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('nest' as const),
      at: place,
      depth: fc.constantFrom(3, 300, 20_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: place }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'prefix' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('head' as const), text: fc.constantFrom(...HEADS) }),
  },
);

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

const TAG = /<([^\s/>!?]+)[^>]*>/g;

const tagsOf = (xml: string): readonly Tag[] =>
  [...xml.matchAll(TAG)].map(({ 0: whole, 1: name = '', index }) => ({
    start: index,
    end: index + whole.length,
    name,
  }));

/** Position after the element whose first tag this is; of one that is not closed, after the tag. */
function elementEnd(xml: string, { start, end, name }: Tag): number {
  if (xml[end - 2] === '/') return end;
  const marks = new RegExp(`<(/?)${name.replace(/[^\w]/g, '\\$&')}(?=[\\s/>])[^>]*>`, 'g');
  marks.lastIndex = start;
  let depth = 0;
  for (let found = marks.exec(xml); found; found = marks.exec(xml)) {
    if (found[1] === '/') depth -= 1;
    else if (!found[0].endsWith('/>')) depth += 1;
    if (depth === 0) return found.index + found[0].length;
  }
  return end;
}

const ATTRIBUTE = /\s[^\s=]+="([^"]*)"/g;

function changeAttribute(tag: string, index: number, value: string | null): string {
  const found = [...tag.matchAll(ATTRIBUTE)];
  const one = found[index % Math.max(1, found.length)];
  if (!one) return tag;
  const [whole, old = ''] = one;
  const next = value === null ? '' : `${whole.slice(0, -old.length - 1)}${value}"`;
  return tag.slice(0, one.index) + next + tag.slice(one.index + whole.length);
}

/** The text with the change made; the same where there is nothing of the kind. */
export function mutateXml(xml: string, mutation: XmlMutation): string {
  if (mutation.kind === 'head') return mutation.text + xml;
  if (mutation.kind === 'prefix') return prefixed(xml);
  if (mutation.kind === 'cut') return xml.slice(0, Math.floor(mutation.at * xml.length));
  const tags = tagsOf(xml);
  const tag = tags[Math.floor(mutation.at * tags.length)];
  if (!tag) return xml;
  const end = elementEnd(xml, tag);
  const [before, after] = [xml.slice(0, tag.start), xml.slice(end)];
  const own = xml.slice(tag.start, tag.end);
  const element = xml.slice(tag.start, end);
  switch (mutation.kind) {
    case 'attribute':
      return before + changeAttribute(own, mutation.which, mutation.value) + xml.slice(tag.end);
    case 'drop-attribute':
      return before + changeAttribute(own, mutation.which, null) + xml.slice(tag.end);
    case 'drop':
      return before + after;
    case 'double':
      return before + element + element + after;
    case 'empty':
      return `${before}<${tag.name}/>${after}`;
    case 'drop-tag':
      return before + xml.slice(tag.end);
    case 'move': {
      const rest = before + after;
      const places = tagsOf(rest);
      const to = places[Math.floor(mutation.to * places.length)]?.start ?? 0;
      return rest.slice(0, to) + element + rest.slice(to);
    }
    case 'insert':
      return xml.slice(0, tag.end) + mutation.text + xml.slice(tag.end);
    case 'text': {
      const next = xml.indexOf('<', tag.end);
      return next < 0 ? xml : xml.slice(0, tag.end) + mutation.text + xml.slice(next);
    }
    case 'nest':
      return (
        before + '<n>'.repeat(mutation.depth) + element + '</n>'.repeat(mutation.depth) + after
      );
  }
}

/** The same document with a prefix on all its elements, as some programs write. */
function prefixed(xml: string): string {
  const named = xml.replace(/<(\/?)([A-Za-z][\w.-]*)(?=[\s/>])/g, '<$1x:$2');
  return named.replace(/ xmlns="/, ' xmlns:x="');
}
