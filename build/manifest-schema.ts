import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

/**
 * Microsoft's published schemas of the add-in only manifest, by which Office itself loads one
 * (learn.microsoft.com, office add-ins develop/xml-manifest-overview). From the repository
 * OfficeDev/office-js-docs-pr, docs/overview/schemas/taskpane, as last published (706263ef, 2020-02);
 * `Runtimes` and `ExtendedOverrides`, which are younger, were added from their reference pages.
 */
const FOLDER = join(__dirname, 'manifest-schemas');
const MAIN = 'OfficeAppManifestV1_1.xsd';

const schemaFile = (fileName: string) => ({
  fileName,
  contents: readFileSync(join(FOLDER, fileName), 'utf8'),
});

/** What the schemas have against a manifest, each with its line; empty for a valid one. */
export async function schemaProblems(xml: string): Promise<string[]> {
  const others = readdirSync(FOLDER).filter((name) => name.endsWith('.xsd') && name !== MAIN);
  const { errors } = await validateXML({
    xml: { fileName: 'manifest.xml', contents: xml },
    schema: schemaFile(MAIN),
    preload: others.map(schemaFile),
  });
  return errors.map(({ message, loc }) => `schema: line ${loc?.lineNumber ?? 0}: ${message}`);
}
