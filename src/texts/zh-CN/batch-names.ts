/** Keys `workbench.batch.…Name`: what the files of a batch are called. */
export const batchNames = {
  'workbench.batch.zipName': '自评结果-{date}.zip',
  'workbench.batch.summaryName': '自评情况汇总表-{date}.xlsx',
  'workbench.batch.folderName': '自评结果-{date}-{time}',
};

export type BatchNameKey = keyof typeof batchNames;
