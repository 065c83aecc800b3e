import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { noticeText } from './licences';

writeFileSync(path.join(__dirname, '../NOTICE'), noticeText());
