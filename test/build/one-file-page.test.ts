import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { entryScripts, oneFilePage } from '../../build/one-file-page';
import { fileFor } from '../../build/static-server';

const page = (quote: string): string =>
  `<html><head><meta http-equiv=${quote}Content-Security-Policy${quote} content="default-src 'self'">` +
  `<meta name=${quote}jixiao-worker${quote} content=${quote}worker.1.js${quote}>` +
  `<script defer src=${quote}shell.1.js${quote}></script></head><body><div id=root></div></body></html>`;

const LATER = 'say("</script> 表格")';
const SCRIPT = 'console.log("</script><!-- x", "$&")';

test.each([['"'], ['']])(
  'a page quoted with %j keeps its scripts inside and asks for nothing',
  (quote) => {
    const html = page(quote);
    expect(entryScripts(html)).toEqual(['shell.1.js']);
    const one = oneFilePage({
      html,
      scripts: [SCRIPT],
      later: { grid: LATER },
      worker: 'postMessage(1)',
    });
    const inside = /<script>([\s\S]*?)<\/script>/.exec(one)?.[1] ?? '';
    const hash = createHash('sha256').update(inside).digest('base64');
    const laterHash = createHash('sha256').update(LATER).digest('base64');
    expect(one).toContain(`script-src 'sha256-${hash}' 'sha256-${laterHash}'`);
    expect(one).toContain("default-src 'none'");
    expect(one).not.toContain('src="');
    expect(one).not.toContain('shell.1.js');
    expect(one).not.toContain('worker.1.js');
    // Packed, and inert until they are asked for.
    expect(one).toMatch(/<script type="text\/plain" id="jixiao-held-worker">[\w+/=]+<\/script>/);
    expect(one).toMatch(/<script type="text\/plain" id="jixiao-held-grid">[\w+/=]+<\/script>/);
    // What the script says is what it said before.
    const said: string[] = [];
    runInNewContext(inside, { console: { log: (...words: string[]) => said.push(...words) } });
    expect(said).toEqual(['</script><!-- x', '$&']);
  },
);

test('what a browser would read otherwise is refused', () => {
  const html = page('"');
  expect(() => oneFilePage({ html, scripts: ['a\rb'], later: {}, worker: '' })).toThrow('CR');
  expect(() =>
    oneFilePage({ html: '<html></html>', scripts: ['a'], later: {}, worker: '' }),
  ).toThrow('policy');
});

test('the server gives files of its folder and none outside', () => {
  expect(fileFor('/site', '/')).toBe('/site/index.html');
  expect(fileFor('/site', '/shell.1.js?x=1')).toBe('/site/shell.1.js');
  expect(fileFor('/site', '/%2e%2e/secret')).toBe('/site/secret');
  expect(fileFor('/site', '/..%2f..%2fetc%2fpasswd')).toBeNull();
  expect(fileFor('/site', '/%00')).toBeNull();
  expect(fileFor('/site', '/%zz')).toBeNull();
});
