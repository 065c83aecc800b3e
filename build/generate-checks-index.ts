import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { indexPage } from './checks-index';

writeFileSync(path.join(__dirname, '../docs/checks.md'), indexPage());
