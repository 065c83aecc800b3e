import type { GridKey } from '../zh-CN/grid';

/** Keys `workbench.grid.part.` …: parts of the grid that its library names in English alone. */
export const grid: Readonly<Record<GridKey, string>> = {
  'workbench.grid.part.closeSidebar': 'Close the sidebar',
  'workbench.grid.part.sidebar': 'Sidebar',
  'workbench.grid.part.resizeSidebar': 'Resize the sidebar',
  'workbench.grid.part.sheets': 'Sheet tabs',
  'workbench.grid.part.zoomIn': 'Zoom in',
  'workbench.grid.part.zoomOut': 'Zoom out',
  'workbench.grid.part.zoomReset': 'Reset the zoom',
  'workbench.grid.part.notifications': 'Notifications',
};
