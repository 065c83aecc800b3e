const { readdirSync, readFileSync } = require('node:fs');
const { gzipSync } = require('node:zlib');
const { join } = require('node:path');
const HtmlPlugin = require('html-webpack-plugin');
const webpack = require('webpack');
const { rules } = require('./webpack.pane.config.js');

const FOLDER = join(__dirname, 'dist', 'workbench');
const NO_HYPHENATION = join(__dirname, 'src', 'apps', 'workbench', 'grid', 'no-hyphenation.ts');
const KB = 1024;
/** Goals in bytes of gzip; a tenth more fails the build. */
const GOALS = { shell: 250 * KB, grid: 1.9 * KB * KB };

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

const gzipped = (file) => gzipSync(readFileSync(join(FOLDER, file)), { level: 9 }).length;

/** Says how many bytes each part of the page is, gzipped, and fails the build above the limits. */
class PartSizes {
  apply(compiler) {
    compiler.hooks.afterEmit.tap('PartSizes', (compilation) => {
      if (compiler.options.mode !== 'production') return;
      const shell = compilation.entrypoints.get('shell').getFiles();
      const scripts = readdirSync(FOLDER).filter((name) => name.endsWith('.js'));
      const sizes = { shell: 0 };
      for (const name of scripts) {
        const part = shell.includes(name) ? 'shell' : name.replace(/\..*$/, '');
        sizes[part] = (sizes[part] ?? 0) + gzipped(name);
      }
      const told = Object.entries(sizes).map(([part, bytes]) => {
        const goal = GOALS[part];
        return `${part} ${(bytes / KB).toFixed(1)} KB${goal ? ` (goal ${goal / KB})` : ''}`;
      });
      console.log(`workbench, gzip: ${told.join(', ')}`);
      for (const [part, goal] of Object.entries(GOALS)) {
        if (!(part in sizes)) compilation.errors.push(new webpack.WebpackError(`no ${part}`));
        else if (sizes[part] > goal * 1.1) {
          compilation.errors.push(new webpack.WebpackError(`the ${part} is too large`));
        }
      }
    });
  }
}

/** Texts a bundle does not need. */
const without = (names) =>
  new webpack.NormalModuleReplacementPlugin(new RegExp(`^\\./(${names})$`), (resource) => {
    if (/texts/.test(resource.context)) {
      resource.request = join(__dirname, 'src', 'pane', 'left-out-texts');
    }
  });

const shared = {
  mode: 'production',
  devtool: false,
  context: __dirname,
  resolve: { extensions: ['.tsx', '.ts', '.js', '.json'] },
  performance: { hints: false },
  stats: 'errors-warnings',
};

/** The engine and the files, in a thread of their own: one script, so that it can be started from anywhere. */
const worker = {
  ...shared,
  name: 'workbench-worker',
  target: ['webworker', 'es2022'],
  entry: { worker: './src/apps/workbench/worker/worker.ts' },
  output: { path: FOLDER, filename: '[name].[contenthash:8].js', clean: true },
  module: { rules, parser: { javascript: { dynamicImportMode: 'eager' } } },
  plugins: [
    without('cli|verify|wps|workbench'),
    new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
  ],
};

const workerFile = () => readdirSync(FOLDER).find((name) => /^worker\..*\.js$/.test(name)) ?? '';

const page = {
  ...shared,
  name: 'workbench',
  dependencies: ['workbench-worker'],
  target: ['web', 'es2022'],
  entry: { shell: './src/apps/workbench/frame/main.tsx' },
  output: {
    path: FOLDER,
    publicPath: '',
    filename: '[name].[contenthash:8].js',
    chunkFilename: '[name].[contenthash:8].js',
    clean: { keep: /^worker\./ },
  },
  module: {
    rules: [
      ...rules,
      { test: /frame[\\/]main\.tsx$/, sideEffects: true },
      // Once it is open the page asks for nothing more but the grid and a language: the server may be gone.
      {
        test: /pane[\\/](output-panel|session-engine)\.tsx?$/,
        parser: { dynamicImportMode: 'eager' },
      },
      // The grid puts its styles in itself; the one-file page has nowhere to load them from.
      { test: /\.css$/, type: 'asset/source' },
      { test: /\.(png|xlsx)$/, type: 'asset/inline' },
    ],
  },
  // One file for the grid: it is of no use in parts.
  optimization: { chunkIds: 'named', splitChunks: false },
  plugins: [
    without('cli|verify|wps|en'),
    // The grid's dictionaries for hyphens in eighty languages; forms have none.
    new webpack.NormalModuleReplacementPlugin(
      /^\.\/[a-z0-9-]+-[A-Za-z0-9_-]{8}\.js$/,
      (resource) => {
        if (/@univerjs[\\/]engine-render/.test(resource.context)) resource.request = NO_HYPHENATION;
      },
    ),
    new HtmlPlugin({
      template: './src/apps/workbench/frame/index.html',
      filename: 'index.html',
      templateParameters: {
        policy: POLICY,
        worker: workerFile,
        icon: `data:image/png;base64,${readFileSync(join(__dirname, 'assets', 'icon-32.png')).toString('base64')}`,
      },
    }),
    new PartSizes(),
  ],
};

module.exports = [worker, page];
