import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { publishedSchemas } from './schemas';

const folder = path.join(__dirname, '../schemas');

mkdirSync(folder, { recursive: true });
for (const [name, content] of publishedSchemas()) {
  writeFileSync(path.join(folder, `${name}.schema.json`), content);
}
