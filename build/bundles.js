const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const webpack = require('webpack');
const { CheckPages, CompiledAsFetched, LastBuild, Program } = require('./bundle-plugins.js');

/**
 * Every bundle there is: of the product, and of the tests that run in a browser or are measured.
 * `webpack.config.js` makes webpack's configuration of a row (`build/bundle-config.js`):
 *
 * - `name`: what `--config-name` picks it by; `standing`: it is built when none is picked
 * - `target`, `entry`, `rules`: webpack's; `parser`: its settings for scripts
 * - `folder`: where it goes, from the top of the project; where `--env out=…` says, if there is none
 * - `hashed`: names of files change with what is in them; `afterwards`: names of later scripts
 * - `keeps`: what others put into that folder and is left there; `output`: webpack's, for the rest
 * - `alias`: what stands for a module
 * - `html`, `copies`: a page made of a template, files taken as they are
 * - `limits`: KB of gzip of a page or a later part, told by the build, which fails above them
 * - `plugins`, `more`: what only this one tells webpack; `serves`: of the server for development
 */

const ROOT = join(__dirname, '..');
const { version } = require('../package.json');
const WORKBENCH = 'dist/workbench';

/** Builds that choose 世纪互联 set OFFICE_JS=21vianet; an address of one's own is taken as it is. */
const OFFICE_JS = {
  global: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  '21vianet': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
};
const officeUrl = OFFICE_JS[process.env.OFFICE_JS || 'global'] || process.env.OFFICE_JS;

/** What the workbench may load: itself, and nothing from anywhere else. */
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const inText = (type, ...path) =>
  `data:${type};base64,${readFileSync(join(ROOT, ...path)).toString('base64')}`;

/** What the licences of all that is bundled ask to go with it. */
const NOTICES = ['LICENSE', 'NOTICE'];

const typescript = (target, more) => ({
  test: /\.tsx?$/,
  exclude: /node_modules/,
  loader: 'swc-loader',
  options: {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target,
    },
  },
  ...more,
});

const PAGE_RULES = [
  // A module of ours that nothing asks for does nothing; it can stay out.
  typescript('es2020', { sideEffects: false }),
  { test: /pane[\\/]polyfills\.ts$/, sideEffects: true },
  // Fluent's own way: styles become rules while building, and what makes them then stays out.
  {
    test: /\.tsx?$/,
    exclude: /node_modules/,
    enforce: 'post',
    loader: '@griffel/webpack-loader',
  },
];

/** Everything in a bundle for WPS, packages too, becomes what its oldest engine reads. */
const WPS_RULES = [
  typescript('es2018', { sideEffects: false }),
  {
    test: /\.[cm]?js$/,
    include: /node_modules/,
    loader: 'swc-loader',
    options: { jsc: { parser: { syntax: 'ecmascript' }, target: 'es2018' } },
  },
  // Pages are loaded for what they do.
  { test: /-page\.tsx?$|polyfills\.ts$/, sideEffects: true },
];

const builtWorker = () =>
  readdirSync(join(ROOT, WORKBENCH)).find((name) => /^worker\..*\.js$/.test(name)) ?? '';

/** Nothing is fetched later. */
const ONE_FILE = { dynamicImportMode: 'eager' };
const oneChunk = () => new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 });

/** The grid's dictionaries for hyphens in eighty languages; forms have none. */
const noHyphenation = () =>
  new webpack.NormalModuleReplacementPlugin(/^\.\/[a-z0-9-]+-[A-Za-z0-9_-]{8}\.js$/, (resource) => {
    if (/@univerjs[\\/]engine-render/.test(resource.context)) {
      resource.request = join(ROOT, 'src/apps/workbench/grid/no-hyphenation.ts');
    }
  });
/** The grid puts its styles in itself; the one-file page has nowhere to load them from. */
const STYLES_AS_TEXT = { test: /\.css$/, type: 'asset/source' };

const program = {
  target: 'node20',
  rules: [typescript('es2022')],
  // Nobody downloads this bundle; readable stack traces of a bug are worth more than bytes.
  more: {
    node: { __dirname: false, __filename: false },
    optimization: { minimize: false, chunkIds: 'named' },
  },
  alias: { fflate$: join(__dirname, 'fflate-when-used.js') },
};

// What the oldest WebView2 reads (test/apps/excel/check-bundles.ts).
const page = { target: ['web', 'es2020'], rules: PAGE_RULES };

const GRID = { '@univerjs/core$': join(__dirname, 'univer-core-reading-once.js') };

const pane = {
  ...page,
  name: 'pane',
  standing: true,
  entry: {
    pane: './src/apps/excel/main.tsx',
    // The manifest names it, so its own name stays.
    functions: {
      import: './src/apps/excel/functions/functions-script.ts',
      filename: 'functions.js',
    },
  },
  folder: 'dist/pane',
  hashed: true,
  keeps: LastBuild.KEEPS,
  plugins: () => [new LastBuild(version), new CompiledAsFetched()],
  html: {
    template: './src/apps/excel/index.html',
    filename: 'taskpane.html',
    chunks: ['pane'],
    officeUrl,
  },
  copies: [
    'src/apps/excel/upgrade.html',
    'src/apps/excel/help.html',
    'src/apps/excel/old-webview.js',
    'src/apps/excel/starting.js',
    'src/apps/excel/functions/functions.json',
    'src/apps/excel/commands/shortcuts.json',
    { from: 'assets/icon-*.png', to: 'assets/[name][ext]' },
    ...NOTICES,
  ],
  limits: { pane: 179 },
};

const BUNDLES = [
  {
    ...program,
    name: 'cli',
    standing: true,
    entry: {
      load: { import: './src/apps/cli/load.ts', library: { type: 'commonjs2' } },
      program: './src/apps/cli/main.ts',
      jobs: './src/apps/cli/worker.ts',
    },
    folder: 'dist',
    // `load.ts` requires what is no module of the bundle.
    parser: { createRequire: false },
    copies: NOTICES,
    keeps: /^(?:pane|workbench|start|release|portable|wps|test-grid)\//,
    afterwards: 'chunks/[name].js',
    plugins: () => [
      new Program({
        ...{ file: 'cli.js', entry: 'program.js', thread: 'worker.js', job: 'jobs.js' },
        trial: join(ROOT, 'examples', '国家样式-项目支出绩效自评表.xlsx'),
      }),
      // `jixiao rules <id>` shows a check's page.
      new CheckPages(join(ROOT, 'src', 'checks')),
      new CheckPages(join(ROOT, 'src', 'report', 'text', 'checks')),
    ],
  },
  pane,
  {
    ...pane,
    // `npm run dev`: https://localhost:3000 with a certificate the computer trusts.
    name: 'dev',
    standing: false,
    hashed: false,
    limits: undefined,
    keeps: undefined,
    plugins: undefined,
    more: { mode: 'development', devtool: 'source-map' },
    serves: {
      port: 3000,
      // Excel on the web reads functions.json from another origin.
      headers: { 'Access-Control-Allow-Origin': '*' },
      static: join(ROOT, 'assets'),
    },
  },
  {
    // The engine and the files, in a thread of their own: one script, so that it can be started from anywhere.
    name: 'workbench-worker',
    target: ['webworker', 'es2022'],
    entry: { worker: './src/apps/workbench/worker/worker.ts' },
    folder: WORKBENCH,
    hashed: true,
    rules: PAGE_RULES,
    parser: ONE_FILE,
    plugins: () => [oneChunk()],
  },
  {
    ...page,
    name: 'workbench',
    entry: {
      start: './src/apps/workbench/frame/start.ts',
      shell: './src/apps/workbench/frame/main.tsx',
    },
    folder: WORKBENCH,
    alias: GRID,
    keeps: /^worker\./,
    hashed: true,
    output: { publicPath: '' },
    rules: [
      ...PAGE_RULES,
      { test: /frame[\\/](main\.tsx|start\.ts)$/, sideEffects: true },
      // Once it is open the page asks for nothing more but a language: the server may be gone. The grid
      // and what shows a workbook are asked for as the page starts.
      {
        test: /pane[\\/](output-panel|profiles[\\/]profile-choice)\.tsx?$/,
        parser: ONE_FILE,
      },
      STYLES_AS_TEXT,
      { test: /\.(png|xlsx)$/, type: 'asset/inline' },
    ],
    html: {
      template: './src/apps/workbench/frame/index.html',
      filename: 'index.html',
      chunks: ['start', 'shell'],
      chunksSortMode: 'manual',
      templateParameters: {
        policy: POLICY,
        icon: inText('image/png', 'assets', 'icon-32.png'),
        worker: builtWorker,
      },
    },
    copies: NOTICES,
    limits: { shell: 357, 'src_pane_engine-part_ts': 68, grid: 2140 },
    plugins: () => [noHyphenation(), new CompiledAsFetched()],
    more: {
      dependencies: ['workbench-worker'],
      // One file for the grid: it is of no use in parts.
      optimization: { chunkIds: 'named', splitChunks: false },
    },
  },
  {
    // Where the pages stand does not matter to them: all addresses are relative.
    name: 'wps',
    target: ['web', 'es2018'],
    entry: {
      main: './src/apps/wps/index-page.ts',
      taskpane: './src/apps/wps/pane-page.tsx',
      probe: './src/apps/wps/probe/probe-page.ts',
    },
    folder: 'dist/wps',
    rules: WPS_RULES,
    parser: ONE_FILE,
    copies: [
      ...['*.html', 'ribbon.xml', 'images/*.svg'].map((from) => ({
        from,
        context: 'src/apps/wps',
      })),
      ...NOTICES,
    ],
    limits: {},
    more: { optimization: { splitChunks: false } },
    // Classic scripts: pages opened from a folder (file://) cannot load modules.
    output: {
      module: false,
      environment: { dynamicImport: false, module: false, bigIntLiteral: false },
    },
  },
  {
    // `node offline/install.js` in a package handed on; `npm run wps` here.
    ...program,
    name: 'wps-install',
    entry: { install: './build/wps.ts' },
    folder: 'dist/wps/offline',
    keeps: /^/,
  },
  {
    // The pane over a demo host, for the pictures `pictures.ts` takes.
    ...page,
    name: 'test-pane',
    entry: { demo: './test/apps/excel/pictures/demo.tsx' },
    html: { template: './src/apps/excel/index.html', filename: 'demo.html' },
    plugins: () => [
      oneChunk(),
      new webpack.DefinePlugin({
        EXAMPLE: JSON.stringify(
          inText('application/octet-stream', 'examples', '国家样式-项目支出绩效自评表.xlsx'),
        ),
      }),
    ],
  },
  {
    // The grid alone, without the workbench around it.
    ...page,
    name: 'test-grid',
    entry: { page: './test/apps/workbench/grid/page.ts' },
    folder: 'dist/test-grid',
    alias: GRID,
    rules: [...PAGE_RULES, STYLES_AS_TEXT],
    copies: ['test/apps/workbench/grid/page.html'],
    plugins: () => [noHyphenation()],
  },
  {
    // The stand-in for WPS as a script of the page that stands for WPS's window.
    ...page,
    name: 'test-wps',
    entry: { 'stand-in': './test/apps/wps/browser/stand-in.ts' },
    more: { optimization: { minimize: false } },
  },
  {
    // Bundled as the command line is, so that the code is measured as it ships.
    ...program,
    name: 'bench',
    entry: { bench: './test/bench/lines.ts' },
    // Microsoft's client for Excel is read from its package when run; it is nothing to bundle.
    parser: { createRequire: false },
  },
];

module.exports = { BUNDLES, ROOT };
