import fc from 'fast-check';
import {
  attribute,
  attributesOf,
  childElements,
  closingTag,
  findAttribute,
  findElement,
  findTag,
  isTrue,
  nextTag,
  rootElement,
  textContent,
  type XmlTag,
} from '../../src/xlsx/xml';
import {
  decodeEntities,
  decodeOoxmlString,
  encodeOoxmlString,
  escapeAttribute,
  escapeText,
} from '../../src/xlsx/xml-text';
import { isFailure } from '../../src/model/failure';
import { failureCode } from '../support/failure-code';

function tagsOf(xml: string): XmlTag[] {
  const tags: XmlTag[] = [];
  for (let tag = nextTag(xml, 0); tag; tag = nextTag(xml, tag.end)) tags.push(tag);
  return tags;
}

const tagOf = (xml: string): XmlTag => rootElement(xml).tag;

describe('nextTag', () => {
  test('gives names without prefix, kinds, and positions that cut the text exactly', () => {
    const xml = '<?xml version="1.0"?><!-- <no/> --><x:a b="1>2"><c/>t<![CDATA[<no>]]></x:a >';
    const tags = tagsOf(xml);
    expect(tags.map(({ kind, name, prefix }) => [kind, name, prefix])).toEqual([
      ['open', 'a', 'x:'],
      ['empty', 'c', ''],
      ['close', 'a', 'x:'],
    ]);
    expect(tags.map(({ start, end }) => xml.slice(start, end))).toEqual([
      '<x:a b="1>2">',
      '<c/>',
      '</x:a >',
    ]);
  });

  test.each(['<a', '<a b="1', '<!-- never closed', '<![CDATA[ open', '<?pi', "<a b='>"])(
    'says that %s is damaged',
    (xml) => {
      expect(failureCode(() => tagsOf(xml))).toBe('xml-damaged');
    },
  );

  test('ends on any text in a result or a Failure, and always moves on', () => {
    const piece = fc.constantFrom('<', '>', '/', '"', "'", 'a', ':', '=', '!', '--', '?', ' ', '[');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          const tags = tagsOf(pieces.join(''));
          tags.forEach((tag) => [...attributesOf(pieces.join(''), tag)]);
        } catch (reason) {
          expect(isFailure(reason)).toBe(true);
        }
      }),
    );
  });
});

describe('elements', () => {
  const xml = '<r><a n="1"><a n="2"/><b>t</b></a><c/><a n="3"/></r>';

  test('closingTag pairs nested elements of one name', () => {
    const outer = findTag(xml, 'a');
    expect(outer && xml.slice(closingTag(xml, outer).start)).toBe('</a><c/><a n="3"/></r>');
  });

  test('findElement gives inner and outer positions', () => {
    const element = findElement(xml, 'a');
    expect(element && xml.slice(element.inner.start, element.inner.end)).toBe('<a n="2"/><b>t</b>');
    expect(element && xml.slice(element.outer.start, element.outer.end)).toBe(
      '<a n="1"><a n="2"/><b>t</b></a>',
    );
    expect(findElement(xml, 'none')).toBeNull();
    expect(findElement(xml, 'c', 0, 10)).toBeNull();
  });

  test('childElements gives direct children only', () => {
    const names = [...childElements(xml, rootElement(xml).inner)].map(({ tag }) => tag.name);
    expect(names).toEqual(['a', 'c', 'a']);
  });

  test('depth has a limit, and unclosed elements are damage', () => {
    const deep = '<a>'.repeat(1000) + '</a>'.repeat(1000);
    expect(failureCode(() => rootElement(deep))).toBe('xml-too-deep');
    expect(failureCode(() => rootElement('<a><b></b>'))).toBe('xml-damaged');
    expect(failureCode(() => rootElement('no element'))).toBe('xml-damaged');
  });
});

describe('attributes', () => {
  const xml = `<sheet xmlns:id="u" name='甲&amp;乙' sheetId = "1" r:id="rId1" empty="" flag="true"/>`;

  test('are found by local name, decoded, whatever quotes and spaces', () => {
    const tag = tagOf(xml);
    expect(attribute(xml, tag, 'name')).toBe('甲&乙');
    expect(attribute(xml, tag, 'sheetId')).toBe('1');
    expect(attribute(xml, tag, 'id')).toBe('rId1');
    expect(attribute(xml, tag, 'empty')).toBe('');
    expect(attribute(xml, tag, 'none')).toBeNull();
    expect(isTrue(attribute(xml, tag, 'flag') ?? '')).toBe(true);
  });

  test('one without a prefix goes first', () => {
    const both = '<a r:id="with" id="without"/>';
    expect(attribute(both, tagOf(both), 'id')).toBe('without');
  });

  test('a closing tag has none', () => {
    const closing = '<a b="1"></a>';
    const last = tagsOf(closing)[1];
    expect(last && [last.kind, attribute(closing, last, 'b')]).toEqual(['close', null]);
  });

  test('positions cut name and value exactly', () => {
    const found = findAttribute(xml, tagOf(xml), 'sheetId');
    expect(found && xml.slice(found.start, found.end)).toBe('sheetId = "1"');
    expect(found && xml.slice(found.value.start, found.value.end)).toBe('1');
  });

  test.each(['<a b/>', '<a b=1/>', '<a =""/>x<a b= />'])('%s is damage', (broken) => {
    const tags = tagsOf(broken);
    expect(failureCode(() => tags.forEach((tag) => [...attributesOf(broken, tag)]))).toBe(
      'xml-damaged',
    );
  });
});

describe('text', () => {
  test.each([
    ['a&lt;b&gt;&amp;&quot;&apos;', `a<b>&"'`],
    ['&#20013;&#x56FD;&#x1F600;', '中国😀'],
    ['&nbsp;&unknown;& &;', '&nbsp;&unknown;& &;'],
    ['&constructor;&amp;lt;', '&constructor;&lt;'],
    ['&#0;&#xD800;&#x110000;', '\ufffd\ufffd\ufffd'],
  ])('decodes %s', (xml, expected) => {
    expect(decodeEntities(xml)).toBe(expected);
  });

  test('textContent joins text and CDATA, and leaves comments and tags out', () => {
    const xml = '<a>1&lt;<!-- x -->2<![CDATA[<&amp;>]]><b>3</b><?p?>4\r\n5</a>';
    expect(textContent(xml, rootElement(xml).inner)).toBe('1<2<&amp;>34\n5');
  });

  test.each([
    ['line_x000D_end', 'line\rend'],
    ['_x005F_x000D_', '_x000D_'],
    ['_x4E2D_', '中'],
    ['_x12_ _xZZZZ_', '_x12_ _xZZZZ_'],
  ])('decodes the OOXML escapes of %s', (stored, meant) => {
    expect(decodeOoxmlString(stored)).toBe(meant);
  });

  test('whatever a person types survives storing and reading', () => {
    const typed = fc.string({ unit: 'binary', maxLength: 20 });
    const tricky = fc
      .array(
        fc.constantFrom(
          '_x000D_',
          '_x',
          '_',
          '\r',
          '\n',
          '\t',
          '\u0001',
          '&',
          '<',
          ']]>',
          '\ud800',
          '甲',
        ),
      )
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.oneof(typed, tricky), (meant) => {
        const inText = `<t>${escapeText(encodeOoxmlString(meant))}</t>`;
        expect(decodeOoxmlString(textContent(inText, rootElement(inText).inner))).toBe(meant);
        const inAttribute = `<t a="${escapeAttribute(encodeOoxmlString(meant))}"/>`;
        const value = findAttribute(inAttribute, tagOf(inAttribute), 'a')?.value;
        const raw = value ? inAttribute.slice(value.start, value.end) : '';
        expect(raw).not.toMatch(/[<"\n\t]/);
        expect(decodeOoxmlString(decodeEntities(raw))).toBe(meant);
        // Fails on a lone surrogate, which no encoding can store.
        expect(() => encodeURIComponent(encodeOoxmlString(meant))).not.toThrow();
      }),
    );
  });
});
