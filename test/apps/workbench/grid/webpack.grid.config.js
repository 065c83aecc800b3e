const { join } = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const webpack = require('webpack');
const { rules } = require('../../../../webpack.pane.config.js');

const ROOT = join(__dirname, '..', '..', '..', '..');

/** The page of `run-grid.ts`: the grid alone, without the workbench around it. */
module.exports = {
  mode: 'production',
  context: ROOT,
  target: ['web', 'es2022'],
  devtool: false,
  entry: { page: './test/apps/workbench/grid/page.ts' },
  output: { path: join(ROOT, 'dist', 'test-grid'), filename: '[name].js', clean: true },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: { rules: [...rules, { test: /\.css$/, type: 'asset/source' }] },
  plugins: [
    new webpack.NormalModuleReplacementPlugin(/^\.\/[a-z-]+-[A-Za-z0-9_-]{8}\.js$/, (resource) => {
      if (/@univerjs[\\/]engine-render/.test(resource.context)) {
        resource.request = join(ROOT, 'src', 'apps', 'workbench', 'grid', 'no-hyphenation.ts');
      }
    }),
    new CopyPlugin({ patterns: ['test/apps/workbench/grid/page.html'] }),
  ],
  performance: { hints: false },
  stats: 'errors-warnings',
};
