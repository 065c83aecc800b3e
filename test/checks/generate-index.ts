import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { indexPage } from './index-page';

writeFileSync(path.join(__dirname, '../../docs/checks.md'), indexPage());
