import * as fc from 'fast-check';

/**
 * Paragraphs as Word, WPS and LibreOffice write them: a sentence cut into runs wherever the cursor
 * once stood, with what those programs put between and into runs.
 */
export interface MadeParagraph {
  readonly xml: string;
  /** What a reader sees of it. */
  readonly text: string;
}

/** A stretch of a paragraph: its XML and what is seen of it. */
type Piece = MadeParagraph;

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Properties of runs. */
export const RUN_LOOKS = [
  '',
  '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>',
  '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>',
  '<w:rPr><w:b/><w:rPrChange w:id="90" w:author="甲" w:date="2026-01-05T08:00:00Z"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>',
] as const;

const word = fc.constantFrom(
  '支出',
  '80',
  '万元',
  '执行率',
  '为',
  '9',
  '0%',
  '，',
  '<5',
  '项目',
  '。',
  '𠮷县',
);

const text = (seen: string): string => `<w:t xml:space="preserve">${escaped(seen)}</w:t>`;

/** What stands in a run beside its text. */
const inside: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 5, arbitrary: word.map((seen) => ({ xml: text(seen), text: seen })) },
  fc.constantFrom(
    { xml: '<w:lastRenderedPageBreak/>', text: '' },
    { xml: '<w:tab/>', text: ' ' },
    { xml: '<w:br/>', text: '\n' },
    { xml: '<w:noBreakHyphen/>', text: '-' },
    { xml: '<w:softHyphen/>', text: '' },
    { xml: '<w:footnoteReference w:id="2"/>', text: '' },
  ),
);

const joined = (pieces: readonly Piece[]): Piece => ({
  xml: pieces.map(({ xml }) => xml).join(''),
  text: pieces.map(({ text: seen }) => seen).join(''),
});

const run: fc.Arbitrary<Piece> = fc
  .tuple(
    fc.constantFrom('', ' w:rsidR="00A77B3E"', ' w:rsidRPr="00C51F2A" w:rsidR="00A77B3E"'),
    fc.constantFrom(...RUN_LOOKS),
    fc.array(inside, { minLength: 1, maxLength: 4 }),
  )
  .map(([rsid, properties, pieces]) => {
    const { xml, text: seen } = joined(pieces);
    return { xml: `<w:r${rsid}>${properties}${xml}</w:r>`, text: seen };
  });

const wrapped = (open: string, close: string): fc.Arbitrary<Piece> =>
  fc
    .array(run, { minLength: 1, maxLength: 2 })
    .map(joined)
    .map(({ xml, text: seen }) => ({ xml: `${open}${xml}${close}`, text: seen }));

/** A run with a text box, as Word writes it twice over. */
export const textBox = (seen: string): string =>
  '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>' +
  `<w:p><w:r>${text(seen)}</w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
  `<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r>${text(seen)}</w:r></w:p></w:txbxContent>` +
  '</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>';

/** What is not seen in the sentence, or stands outside it. */
const UNSEEN = [
  '<w:proofErr w:type="spellStart"/>',
  '<w:bookmarkStart w:id="70" w:name="_GoBack"/><w:bookmarkEnd w:id="70"/>',
  '<w:del w:id="71" w:author="甲"><w:r><w:delText>旧的话</w:delText></w:r></w:del>',
  '<w:moveFrom w:id="72" w:author="甲"><w:r><w:t>移走的话</w:t></w:r></w:moveFrom>',
  '<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏着的话</w:t></w:r>',
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> REF a </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
  '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  '<w:commentRangeStart w:id="3"/><w:commentRangeEnd w:id="3"/><w:r><w:rPr><w:rStyle w:val="a5"/></w:rPr><w:commentReference w:id="3"/></w:r>',
  textBox('框里的字'),
] as const;

const piece: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 6, arbitrary: run },
  { weight: 2, arbitrary: fc.constantFrom(...UNSEEN).map((xml) => ({ xml, text: '' })) },
  wrapped('<w:smartTag w:uri="urn:x" w:element="chmetcnv">', '</w:smartTag>'),
  wrapped('<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent>', '</w:sdtContent></w:sdt>'),
  wrapped('<w:ins w:id="73" w:author="甲" w:date="2026-01-05T08:00:00Z">', '</w:ins>'),
  wrapped('<w:hyperlink w:anchor="_Toc1" w:history="1">', '</w:hyperlink>'),
  wrapped('<w:fldSimple w:instr=" REF b ">', '</w:fldSimple>'),
);

const MARK_DELETED = '<w:pPr><w:rPr><w:del w:id="74" w:author="甲"/></w:rPr></w:pPr>';

export const madeParagraph: fc.Arbitrary<MadeParagraph> = fc
  .tuple(fc.constantFrom('', '', MARK_DELETED), fc.array(piece, { minLength: 1, maxLength: 8 }))
  .map(([properties, pieces]) => {
    const { xml, text: seen } = joined(pieces);
    return { xml: `<w:p w:rsidR="00A77B3E">${properties}${xml}</w:p>`, text: seen };
  });
