import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { lintManifest } from './lint-manifest';
import { manifestFor } from './manifest-text';

/** `tsx build/generate-manifest.ts https://… [file]` writes the manifest of a server. */
async function generate(base: string, file: string): Promise<void> {
  const text = manifestFor(base);
  const problems = await lintManifest(text, { production: true });
  if (problems.length > 0) {
    console.error(problems.join('\n'));
    process.exitCode = 1;
    return;
  }
  mkdirSync(dirname(resolve(file)), { recursive: true });
  writeFileSync(file, text);
  console.log(file);
}

const [base, file = 'dist/pane/manifest.xml'] = process.argv.slice(2);
if (base === undefined) {
  console.error('usage: npm run manifest -- https://example.gov.cn/jixiao [file]');
  process.exitCode = 2;
} else {
  void generate(base, file);
}
