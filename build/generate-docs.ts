import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { indexPage } from './checks-index';
import { decisionsPage } from './decisions-index';

const docs = path.join(__dirname, '../docs');

writeFileSync(path.join(docs, 'checks.md'), indexPage());
writeFileSync(path.join(docs, 'decisions/README.md'), decisionsPage());
