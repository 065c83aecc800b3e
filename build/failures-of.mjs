/** `node build/failures-of.mjs REPORT`: what failed by a JSON report, jest's or a page run's, a line each. */
import { readFileSync } from 'node:fs';

const LONGEST = 600;

/** A suite that broke has no test that failed, only a message. */
const failuresOf = ({ name, message, assertionResults }) => {
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return assertionResults.length === 0 ? [`${name}: ${message}`] : [];
  return failed.map((test) => `${name}: ${test.fullName}: ${test.failureMessages.join(' ')}`);
};

try {
  const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  const failures = [...(report.testResults ?? []).flatMap(failuresOf), ...(report.failures ?? [])];
  for (const failure of failures) console.log(failure.slice(0, LONGEST));
} catch (reason) {
  console.log(`no report: ${reason.message}`);
}
