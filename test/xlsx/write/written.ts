import { strFromU8, unzipSync } from 'fflate';
import { applyPatch } from '../../../src/xlsx/write/apply';
import { openXlsx } from '../../../src/xlsx/open';
import type { Patch, PatchReport } from '../../../src/model/patch';
import type { Snapshot } from '../../../src/model/snapshot';
import { newPackageFaults } from '../../support/package-rules';
import { malformed } from './well-formed';

export type Parts = Readonly<Record<string, Uint8Array>>;

/** A workbook after a patch, unzipped by fflate, with every XML part checked for being one. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly parts: Parts;
  readonly snapshot: Snapshot;
  readonly report: PatchReport;
  text(name: string): string;
}

export function write(bytes: Uint8Array, plan: (snapshot: Snapshot) => Patch): Written {
  const opened = openXlsx(bytes);
  const { bytes: output, report } = applyPatch(opened, plan(opened.snapshot));
  const parts: Parts = unzipSync(output);
  const text = (name: string): string => {
    const part = parts[name];
    if (!part) throw new Error(`no part ${name}`);
    return strFromU8(part);
  };
  for (const name of Object.keys(parts)) {
    if (!/\.(xml|rels|vml)$/.test(name) || parts[name]?.[0] === 0xff) continue;
    const fault = malformed(text(name).replace(/^\ufeff/, ''));
    if (fault !== null) throw new Error(`${name}: ${fault}`);
  }
  const faults = newPackageFaults(bytes, output);
  if (faults.length > 0) throw new Error(faults.join('; '));
  return { bytes: output, parts, snapshot: openXlsx(output).snapshot, report, text };
}

/** Names of parts that are not the same in both, or not in both. */
export function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [first, second]: [Parts, Parts] = [unzipSync(before), unzipSync(after)];
  return [...new Set([...Object.keys(first), ...Object.keys(second)])]
    .filter((name) => {
      const [a, b] = [first[name], second[name]];
      return !a || !b || Buffer.compare(a, b) !== 0;
    })
    .sort();
}
