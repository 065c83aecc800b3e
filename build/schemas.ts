import { LEDGER } from '../src/changes/read-ledger';
import { text, type Fields, type Rule } from '../src/model/decode';
import { KNOWN_COLUMNS } from '../src/model/known-columns';
import { PROFILE } from '../src/profiles/load-profile';
import { TEMPLATE } from '../src/report/outline-templates/load-template';
import { RESULT, SUMMARY } from './result-shape';

/** JSON Schema, draft 2020-12, as far as it is needed here. */
type JsonSchema = Readonly<Record<string, unknown>>;

/** Whether objects may hold more than is named: what is published of our output must allow it. */
type Strangers = 'as declared' | 'allowed';

/** What a rule accepts, as JSON Schema. */
export function schemaOf(rule: Rule, strangers: Strangers = 'as declared'): JsonSchema {
  const inner = (one: Rule): JsonSchema => schemaOf(one, strangers);
  switch (rule.kind) {
    case 'text':
      return { type: 'string', ...given({ pattern: rule.pattern?.source, maxLength: rule.most }) };
    case 'number':
      return {
        type: rule.whole === true ? 'integer' : 'number',
        ...given({ minimum: rule.least, maximum: rule.most }),
      };
    case 'flag':
      return { type: 'boolean' };
    case 'object':
      return { type: 'object' };
    case 'only':
      return rule.values.length === 1 ? { const: rule.values[0] } : { enum: rule.values };
    case 'list':
      return {
        type: 'array',
        items: inner(rule.item),
        ...given({ minItems: rule.least, maxItems: rule.most }),
      };
    case 'row':
      return {
        type: 'array',
        prefixItems: rule.items.map(inner),
        minItems: rule.items.length,
        ...(rule.more ? {} : { items: false }),
      };
    case 'map':
      return { type: 'object', additionalProperties: inner(rule.item) };
    case 'either':
      return { anyOf: rule.rules.map(inner) };
    case 'record': {
      const fields = Object.entries(rule.fields);
      return {
        type: 'object',
        properties: Object.fromEntries(fields.map(([name, field]) => [name, inner(field)])),
        required: fields.filter(([, { optional }]) => optional !== true).map(([name]) => name),
        ...(rule.open || strangers === 'allowed' ? {} : { additionalProperties: false }),
      };
    }
  }
}

const given = (entries: JsonSchema): JsonSchema =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));

/** A record whose fields, and those of the records in it, may be left out; lists are given whole. */
const inPart = (rule: Rule): Rule =>
  rule.kind === 'record' ? { ...rule, fields: fieldsInPart(rule.fields) } : rule;

const fieldsInPart = (fields: Fields<Rule>): Fields<Rule> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, { ...inPart(field), optional: true }]),
  );

/** A profile file names all values, or a shipped profile and what differs from it. */
function profileFile(): JsonSchema {
  if (PROFILE.kind !== 'record') return schemaOf(PROFILE);
  const { id } = PROFILE.fields;
  const columns = { ...KNOWN_COLUMNS, optional: true as const };
  const own = { extends: text(), ...fieldsInPart(PROFILE.fields), ...(id ? { id } : {}), columns };
  const whole = { ...PROFILE, fields: { ...PROFILE.fields, columns } };
  return { anyOf: [schemaOf(whole), schemaOf({ ...PROFILE, fields: own })] };
}

/** Name of a published schema (`schemas/<name>.schema.json`) → its content. */
export function publishedSchemas(): ReadonlyMap<string, string> {
  const schemas: readonly (readonly [string, string, JsonSchema])[] = [
    ['result', 'jixiao score --json 与 check --format json 的结果', schemaOf(RESULT, 'allowed')],
    ['summary', 'jixiao summary --json 的结果', schemaOf(SUMMARY, 'allowed')],
    ['profile', '评分口径文件（--profile 文件）', profileFile()],
    ['template', '报告结构文件（jixiao report --template 文件）', schemaOf(TEMPLATE)],
    ['ledger', '工作簿里的台账（自定义 XML 部件 urn:jixiao:ledger:1 里的 JSON）', schemaOf(LEDGER)],
  ];
  return new Map(
    schemas.map(([name, title, schema]) => {
      const head = {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: `urn:jixiao:schema:${name}:1`,
        title,
      };
      return [name, `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`];
    }),
  );
}
