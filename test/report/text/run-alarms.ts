import path from 'node:path';
import { alarmChanges, alarmsIn, keepAlarms, keptAlarms } from './alarms';

/**
 * `npm run reports:alarms -- [folder] [--keep]`: the alarms that a change adds (+) and removes (-) over
 * a folder of texts, against the list kept in it; `--keep` writes the list anew once it was read.
 */
const args = process.argv.slice(2);
const folder =
  args.find((arg) => !arg.startsWith('--')) ?? path.join('test', 'fixtures', 'reports');
const now = alarmsIn(folder);
const { added, gone } = alarmChanges(now, keptAlarms(folder));
for (const line of added) console.log(`+ ${line}`);
for (const line of gone) console.log(`- ${line}`);
console.log(
  `${String(now.length)} 条，多 ${String(added.length)} 条，少 ${String(gone.length)} 条`,
);
if (args.includes('--keep')) keepAlarms(folder, now);
else if (added.length > 0) process.exitCode = 1;
