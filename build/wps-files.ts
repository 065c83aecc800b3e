/** The name WPS keeps the add-in under: letters only, because it is also a folder's. */
export const ADDIN_NAME = 'jixiao';

/** WPS 表格; 文字 is `wps` and 演示 `wpp`. */
const ADDIN_TYPE = 'et';

export interface WpsPackage {
  /** With a slash at the end. */
  readonly address: string;
  readonly version: string;
  readonly title: string;
}

/** The folder inside the offline archive, and beside `publish.xml`. */
export const offlineFolder = (version: string): string => `${ADDIN_NAME}_${version}`;

/** Where the offline archive stands below the add-in's address. */
export const OFFLINE_ARCHIVE = `offline/${ADDIN_NAME}.7z`;

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const element = (name: string, attributes: Readonly<Record<string, string>>): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')} />`;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

const plugins = (entry: string): string => `${DECLARATION}<jsplugins>\n  ${entry}\n</jsplugins>\n`;

/** WPS's own manifest, fetched with ribbon.xml at every start; it has nothing of Office's. */
export const manifestXml = ({ title }: Pick<WpsPackage, 'title'>): string =>
  [
    `${DECLARATION}<JsPlugin>`,
    '  <ApiVersion>1.0.0</ApiVersion>',
    `  <Name>${ADDIN_NAME}</Name>`,
    `  <Description>${escaped(title)}</Description>`,
    '</JsPlugin>\n',
  ].join('\n');

/** What `JSPluginsServer` of oem.ini points to: the pages come from the server each time. */
export const onlinePluginsXml = ({ address }: Pick<WpsPackage, 'address'>): string =>
  plugins(element('jspluginonline', { name: ADDIN_NAME, type: ADDIN_TYPE, url: address }));

/** The same for computers that fetch the archive once for each version. */
export const offlinePluginsXml = ({
  address,
  version,
}: Pick<WpsPackage, 'address' | 'version'>): string =>
  plugins(
    element('jsplugin', {
      name: ADDIN_NAME,
      type: ADDIN_TYPE,
      url: `${address}${OFFLINE_ARCHIVE}`,
      version,
      enable: 'true',
    }),
  );

/** The add-in's line of `publish.xml`; all of it ASCII. */
export const offlineEntry = ({ version }: Pick<WpsPackage, 'version'>): string =>
  element('jsplugin', {
    name: ADDIN_NAME,
    type: ADDIN_TYPE,
    url: offlineFolder(version),
    version,
    enable: 'enable_dev',
    install: 'null',
  });

/** What stands in the `jsaddons` folder of a computer without any server. */
export const publishXml = (given: Pick<WpsPackage, 'version'>): string =>
  plugins(offlineEntry(given));

/** What WPS itself needs of the package, by path with slashes; the rest is for the administrator. */
export const isOfTheAddin = (path: string): boolean =>
  /^(?:[^/]+\.js|(?:ribbon|manifest)\.xml|(?:index|taskpane|probe)\.html|images\/[^/]+)$/.test(
    path,
  );

/** What publish.html hands to WPS on the person's own computer. */
export const publishEntry = ({
  address,
  version,
}: Pick<WpsPackage, 'address' | 'version'>): Readonly<Record<string, string>> => ({
  name: ADDIN_NAME,
  addonType: ADDIN_TYPE,
  online: 'true',
  url: address,
  version,
  customDomain: '',
});

/** The page a person installs with: the template with this server's address in it. */
export function publishHtml(
  template: string,
  given: Pick<WpsPackage, 'address' | 'version'>,
): string {
  const entry = JSON.stringify(publishEntry(given)).replaceAll('<', '\\u003c');
  return template.replace("'ADDIN_ENTRY'", () => entry);
}
