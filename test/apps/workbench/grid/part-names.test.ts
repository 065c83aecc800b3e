/** @jest-environment jsdom */
import { namePartsIn } from '../../../../src/apps/workbench/grid/part-names';

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });

test('parts of the grid are called by names in the page’s language, also those that come later', async () => {
  const container = document.createElement('div');
  container.innerHTML = '<section aria-label="Notifications alt+T"></section>';
  const names = namePartsIn(container);
  const labels = (): (string | null)[] =>
    [...container.querySelectorAll('[aria-label]')].map((part) => part.getAttribute('aria-label'));
  container.insertAdjacentHTML(
    'beforeend',
    '<aside aria-label="Sidebar panel"><button aria-label="Close sidebar"></button></aside>',
  );
  await turn();
  expect(labels()).toEqual(['通知', '侧栏', '关闭侧栏']);
  names.speak('en');
  expect(labels()).toEqual(['Notifications', 'Sidebar', 'Close the sidebar']);
  container.insertAdjacentHTML('beforeend', '<canvas aria-label="G7 20"></canvas>');
  container.querySelector('aside')?.setAttribute('aria-label', 'Sidebar panel');
  await turn();
  expect(labels()).toEqual(['Notifications', 'Sidebar', 'Close the sidebar', 'G7 20']);
  names.stop();
});
