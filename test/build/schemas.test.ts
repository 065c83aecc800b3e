import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RESULT } from '../../build/result-shape';
import { publishedSchemas, schemaOf } from '../../build/schemas';
import { run } from '../../src/apps/cli/run';
import {
  count,
  listOf,
  misfit,
  openRecord,
  openRow,
  optional,
  orNull,
  placeText,
  record,
  row,
  text,
} from '../../src/model/decode';

const ROOT = path.join(__dirname, '../..');

test('schemas/ is what the readers say', () => {
  const published = publishedSchemas();
  for (const [name, content] of published) {
    const file = path.join(ROOT, 'schemas', `${name}.schema.json`);
    if (readFileSync(file, 'utf8') !== content) {
      throw new Error(`schemas/${name}.schema.json is stale: npm run schemas`);
    }
  }
  expect(readdirSync(path.join(ROOT, 'schemas')).sort()).toEqual(
    [...published.keys()].map((name) => `${name}.schema.json`).sort(),
  );
});

test('schemas/ are listed in docs/json.md', () => {
  const page = readFileSync(path.join(ROOT, 'docs/json.md'), 'utf8');
  for (const name of publishedSchemas().keys()) expect(page).toContain(`${name}.schema.json`);
});

test.each(['zh-CN', 'en'])(
  'what check prints of the examples is as described, in %s',
  async (language) => {
    const told: string[] = [];
    await run(['check', 'examples', '没有.xlsx', 'package.json', '--format', 'json'], {
      cwd: ROOT,
      env: language === 'en' ? { JIXIAO_LANG: 'en' } : {},
      stdout: { isTTY: false, write: (text) => void told.push(text) },
      stderr: { isTTY: false, write: () => undefined },
      terminal: null,
      worker: null,
      pages: [path.join(ROOT, 'src/checks')],
      timeLimit: 60,
    });
    const document: unknown = JSON.parse(told.join(''));
    const place = misfit(RESULT, document);
    expect(place === null ? 'as described' : placeText(place)).toBe('as described');
    expect(document).toMatchObject({
      files: expect.arrayContaining(
        [{ ok: true }, { ok: false }].map((file): unknown => expect.objectContaining(file)),
      ) as unknown,
    });
  },
);

test.each([
  [text({ pattern: /^a/, most: 3 }), { type: 'string', pattern: '^a', maxLength: 3 }],
  [count, { type: 'integer', minimum: 0 }],
  [orNull(text()), { anyOf: [{ const: null }, { type: 'string' }] }],
  [
    row<[number]>(count),
    { type: 'array', prefixItems: [{ type: 'integer', minimum: 0 }], minItems: 1, items: false },
  ],
  [
    openRow<[number]>(count),
    { type: 'array', prefixItems: [{ type: 'integer', minimum: 0 }], minItems: 1 },
  ],
  [
    record<{ a: readonly string[]; b?: string }>({ a: listOf(text()), b: optional(text()) }),
    {
      type: 'object',
      properties: { a: { type: 'array', items: { type: 'string' } }, b: { type: 'string' } },
      required: ['a'],
      additionalProperties: false,
    },
  ],
  [openRecord<object>({}), { type: 'object', properties: {}, required: [] }],
])('a rule is published as what it accepts', (rule, expected) => {
  expect(schemaOf(rule)).toEqual(expected);
});

test('what is published of our output leaves room for more', () => {
  expect(publishedSchemas().get('result')).not.toContain('additionalProperties": false');
});
