/** Keys `workbench.grid.part.` …: parts of the grid that its library names in English alone. */
export const grid = {
  'workbench.grid.part.closeSidebar': '关闭侧栏',
  'workbench.grid.part.sidebar': '侧栏',
  'workbench.grid.part.resizeSidebar': '调整侧栏宽度',
  'workbench.grid.part.sheets': '工作表标签',
  'workbench.grid.part.zoomIn': '放大',
  'workbench.grid.part.zoomOut': '缩小',
  'workbench.grid.part.zoomReset': '恢复原来大小',
  'workbench.grid.part.notifications': '通知',
};

export type GridKey = keyof typeof grid;
