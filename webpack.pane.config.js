const { readFileSync } = require('node:fs');
const { gzipSync } = require('node:zlib');
const { join } = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const webpack = require('webpack');

/** Builds that choose 世纪互联 set OFFICE_JS=21vianet; an address of one's own is taken as it is. */
const OFFICE_JS = {
  global: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  '21vianet': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
};
const officeUrl = OFFICE_JS[process.env.OFFICE_JS || 'global'] || process.env.OFFICE_JS;

const GOAL = 200 * 1024;
const LIMIT = 220 * 1024;

/** Says how many bytes the pane's page loads, gzipped, and fails the build above the limit. */
class PaneSize {
  apply(compiler) {
    compiler.hooks.afterEmit.tap('PaneSize', (compilation) => {
      if (compiler.options.mode !== 'production') return;
      const files = compilation.entrypoints.get('pane').getFiles();
      const bytes = files
        .filter((name) => name.endsWith('.js'))
        .map((name) => readFileSync(join(compiler.outputPath, name)))
        .map((content) => gzipSync(content, { level: 9 }).length)
        .reduce((sum, length) => sum + length, 0);
      const kilobytes = (bytes / 1024).toFixed(1);
      console.log(`pane: ${kilobytes} KB gzip (goal ${GOAL / 1024}, limit ${LIMIT / 1024})`);
      if (bytes > LIMIT) {
        compilation.errors.push(new webpack.WebpackError(`the pane is ${kilobytes} KB gzip`));
      }
    });
  }
}

const rules = [
  {
    test: /\.tsx?$/,
    exclude: /node_modules/,
    // A module of ours that nothing asks for does nothing; it can stay out.
    sideEffects: false,
    loader: 'swc-loader',
    options: {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
    },
  },
  {
    // Fluent's own way: styles become rules while building, and what makes them then stays out.
    test: /\.tsx?$/,
    exclude: /node_modules/,
    enforce: 'post',
    loader: '@griffel/webpack-loader',
  },
];

const pane = {
  name: 'pane',
  mode: 'production',
  target: ['web', 'es2022'],
  devtool: false,
  entry: { pane: './src/apps/excel/main.tsx' },
  output: {
    path: join(__dirname, 'dist', 'pane'),
    filename: '[name].[contenthash:8].js',
    chunkFilename: '[name].[contenthash:8].js',
    clean: true,
  },
  resolve: { extensions: ['.tsx', '.ts', '.js', '.json'] },
  module: { rules },
  plugins: [
    // The pane shows neither the command line's help nor the reading of reports nor what WPS and the workbench need, and loads English only when it is asked for.
    new webpack.NormalModuleReplacementPlugin(/^\.\/(cli|verify|workbench|wps|en)$/, (resource) => {
      if (/texts/.test(resource.context)) {
        resource.request = join(__dirname, 'src', 'pane', 'left-out-texts');
      }
    }),
    new HtmlPlugin({
      template: './src/apps/excel/index.html',
      filename: 'taskpane.html',
      officeUrl,
    }),
    new CopyPlugin({
      patterns: [
        'src/apps/excel/upgrade.html',
        'src/apps/excel/old-webview.js',
        'src/apps/excel/functions/functions.json',
        'src/apps/excel/commands/shortcuts.json',
        { from: 'assets/icon-*.png', to: 'assets/[name][ext]' },
      ],
    }),
    new PaneSize(),
  ],
  performance: { hints: false },
  stats: 'errors-warnings',
};

module.exports = { pane, rules, officeUrl };
