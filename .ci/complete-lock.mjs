import { readFileSync, writeFileSync } from 'node:fs';

/**
 * `node .ci/complete-lock.mjs`, after an npm install that changed the lock file: npm leaves out the
 * optional packages of other platforms that the registry at hand does not have, and `npm ci` then
 * refuses the lock file. Their entries need no more than what the name and the parent say.
 */
const path = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(path, 'utf8'));
const added = [];

for (const [parent, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    if (lock.packages[place] || lock.packages[`${parent}/${place}`]) continue;
    if (!/^\d+\.\d+\.\d+$/.test(version)) continue;
    lock.packages[place] = {
      version,
      ...platformOf(name),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
    };
    added.push(`${name}@${version}`);
  }
}

/** `@scope/core-linux-arm-gnueabihf` → cpu arm, os linux. */
function platformOf(name) {
  const systems = 'aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32';
  const match = new RegExp(`(${systems})-(arm64|arm|x64|ia32|loong64|ppc64|riscv64|s390x)\\b`).exec(
    name,
  );
  return match ? { cpu: [match[2]], os: [match[1]] } : {};
}

if (added.length > 0) {
  const keys = Object.keys(lock.packages).sort((a, b) => (a < b ? -1 : 1));
  lock.packages = Object.fromEntries(keys.map((key) => [key, lock.packages[key]]));
  writeFileSync(path, JSON.stringify(lock, null, 2) + '\n');
}
console.log(added.length === 0 ? 'complete' : added.join('\n'));
