import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import {
  publishHtml,
  offlinePluginsXml,
  onlinePluginsXml,
  manifestXml,
  publishXml,
} from '../../../build/wps-files';
import { sevenZip } from '../../../build/seven-zip';
import { wpsAddress } from '../../../build/wps-address';
import { render } from '../../support/texts';
import { failureCode } from '../../support/failure-code';
import { readSevenZip } from './read-seven-zip';

const GIVEN = { address: 'http://intranet/jixiao/', version: '0.1.0', title: '算分 & 核查' };

describe('the address', () => {
  test.each([
    ['http://intranet/jixiao/', 'http://intranet/jixiao/'],
    ['http://intranet/jixiao', 'http://intranet/jixiao/'],
    [' https://10.1.2.3:8443/a/b ', 'https://10.1.2.3:8443/a/b/'],
    ['http://intranet', 'http://intranet/'],
    ['http://内网/绩效/', 'http://xn--v6q792i/%E7%BB%A9%E6%95%88/'],
  ])('%s is taken', (base, address) => {
    expect(wpsAddress(base)).toBe(address);
  });

  test.each([
    [undefined, 'wps-base-missing'],
    ['  ', 'wps-base-missing'],
    ['intranet/jixiao', 'wps-base-invalid'],
    ['http:intranet', 'wps-base-invalid'],
    ['http:///jixiao', 'wps-base-invalid'],
    ['http://in tranet/', 'wps-base-invalid'],
    ['ftp://intranet/jixiao/', 'wps-base-protocol'],
    ['http://intranet/jixiao/?a=1', 'wps-base-extra'],
    ['http://intranet/jixiao/#a', 'wps-base-extra'],
    ['http://user:secret@intranet/', 'wps-base-extra'],
    ['http://intranet/jixiao/publish.html', 'wps-base-extra'],
  ] as const)('%s is refused', (base, code) => {
    expect(failureCode(() => wpsAddress(base))).toBe(code);
    for (const half of ['message', 'hint'] as const) {
      const text = render({ key: `error.${code}.${half}`, data: { base: base ?? '' } });
      expect(text).toMatch(/[\u4e00-\u9fff]/);
      expect(text).not.toMatch(/\{|error\./);
    }
  });

  test('a wrong one ends the build before it begins, in plain Chinese', () => {
    const run = spawnSync(
      process.execPath,
      ['--import', 'tsx', join('build', 'build-wps.ts'), '--base', 'intranet'],
      { cwd: join(__dirname, '..', '..', '..'), encoding: 'utf8' },
    );
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('“intranet”不是网址。');
    expect(run.stderr).not.toMatch(/at .*\.ts/);
    expect(run.stdout).toBe('');
  });
});

describe('what WPS reads', () => {
  test('its own manifest', () => {
    expect(manifestXml(GIVEN)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<JsPlugin>',
        '  <ApiVersion>1.0.0</ApiVersion>',
        '  <Name>jixiao</Name>',
        '  <Description>算分 &amp; 核查</Description>',
        '</JsPlugin>',
        '',
      ].join('\n'),
    );
  });

  test('the lists of add-ins', () => {
    expect(onlinePluginsXml(GIVEN)).toContain(
      '<jspluginonline name="jixiao" type="et" url="http://intranet/jixiao/" />',
    );
    expect(offlinePluginsXml(GIVEN)).toContain(
      '<jsplugin name="jixiao" type="et" url="http://intranet/jixiao/offline/jixiao.7z" version="0.1.0" enable="true" />',
    );
    expect(publishXml(GIVEN)).toContain('url="jixiao_0.1.0" version="0.1.0" enable="enable_dev"');
  });

  test('the page a person installs with carries this server, and nothing that ends its script', () => {
    const template = readFileSync(
      join(__dirname, '..', '..', '..', 'build', 'wps-publish.html'),
      'utf8',
    );
    const made = publishHtml(template, { ...GIVEN, address: 'http://a/</script>$&/' });
    expect(made).not.toContain('ADDIN_ENTRY');
    expect(made.match(/<\/script>/g)).toHaveLength(1);
    const script = /<script>([^]*)<\/script>/.exec(made)?.[1] ?? '';
    expect(() => parse(script, { ecmaVersion: 2018, sourceType: 'script' })).not.toThrow();
    expect(script).toContain('http://a/\\u003c/script>$&/');
  });
});

describe('the offline archive', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  test('gives back every file and makes the folders', () => {
    const long = Uint8Array.from({ length: 70_000 }, (_, at) => at % 251);
    const files = [
      { path: 'jixiao_0.1.0/index.html', content: bytes('<html>') },
      { path: 'jixiao_0.1.0/images/评分.svg', content: bytes('<svg/>') },
      { path: 'jixiao_0.1.0/main.js', content: long },
    ];
    const read = readSevenZip(sevenZip(files));
    expect(read.folders).toEqual(['jixiao_0.1.0', 'jixiao_0.1.0/images']);
    expect(read.files).toEqual([...files].sort((one, other) => (one.path < other.path ? -1 : 1)));
  });

  test('is the same for the same files in any order', () => {
    const files = ['a', 'b', 'c'].map((path) => ({ path, content: bytes(path) }));
    expect(sevenZip(files)).toEqual(sevenZip([...files].reverse()));
    expect(readSevenZip(sevenZip(files.slice(0, 1))).files).toHaveLength(1);
  });
});
