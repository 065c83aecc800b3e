import { pageProblems } from './check-bundles';

test.each([
  '<script type="module" src="main.js"></script>',
  '<script src="main.js" async></script>',
  '<script src="other.js"></script>',
  '<script src="http://cdn/main.js"></script>',
  '<script>alert(1)</script>',
  '<link rel="stylesheet" href="a.css">',
  '<style>@import "a.css"</style>',
])('refuses %s', (html) => {
  expect(pageProblems(html, ['main.js'])).not.toEqual([]);
});

test('takes a classic script beside the page', () => {
  expect(pageProblems('<p>表</p><script src="main.js"></script>', ['main.js'])).toEqual([]);
});
