const { join } = require('node:path');
const { rules } = require('../../../../webpack.pane.config.js');

/** The stand-in for WPS as a script of the page that stands for WPS's window. */
module.exports = (env) => ({
  mode: 'production',
  context: join(__dirname, '..', '..', '..', '..'),
  target: ['web', 'es2022'],
  entry: { 'stand-in': './test/apps/wps/browser/stand-in.ts' },
  output: { path: env.out, filename: '[name].js' },
  resolve: { extensions: ['.ts', '.js'] },
  module: { rules },
  optimization: { minimize: false },
  performance: { hints: false },
  stats: 'errors-warnings',
});
