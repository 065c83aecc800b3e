import type { BatchNameKey } from '../zh-CN/batch-names';

/** Keys `workbench.batch.…Name`: what the files of a batch are called. */
export const batchNames: Readonly<Record<BatchNameKey, string>> = {
  'workbench.batch.zipName': 'scored-forms-{date}.zip',
  'workbench.batch.summaryName': 'summary-of-projects-{date}.xlsx',
  'workbench.batch.folderName': 'scored-forms-{date}-{time}',
};
