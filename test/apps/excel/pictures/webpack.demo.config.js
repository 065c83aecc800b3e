const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const HtmlPlugin = require('html-webpack-plugin');
const webpack = require('webpack');
const { rules } = require('../../../../webpack.pane.config.js');

const root = join(__dirname, '..', '..', '..', '..');
const example = readFileSync(join(root, 'examples', '国家样式-项目支出绩效自评表.xlsx'));

/** The pane over a demo host, for the pictures `pictures.ts` takes. */
module.exports = (env) => ({
  mode: 'production',
  context: root,
  target: ['web', 'es2022'],
  entry: './test/apps/excel/pictures/demo.tsx',
  output: { path: env.out, filename: 'demo.js' },
  resolve: { extensions: ['.tsx', '.ts', '.js', '.json'] },
  module: { rules },
  plugins: [
    new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
    new webpack.DefinePlugin({
      EXAMPLE: JSON.stringify(`data:application/octet-stream;base64,${example.toString('base64')}`),
      'process.env.NODE_ENV': '"production"',
    }),
    new HtmlPlugin({ template: './src/apps/excel/index.html', filename: 'demo.html' }),
  ],
  performance: { hints: false },
  stats: 'errors-warnings',
});
