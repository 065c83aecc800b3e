const { join } = require('node:path');
const [cli] = require('../../webpack.config.js');

/** Bundled as the command line is, so that the code is measured as it ships. */
module.exports = ({ out }) => ({
  ...cli,
  name: 'bench',
  context: join(__dirname, '..', '..'),
  entry: { bench: './test/bench/lines.ts' },
  output: { path: out, filename: '[name].js', chunkFilename: '[name].chunk.js' },
  // Microsoft's client for Excel is read from its package when run; it is nothing to bundle.
  module: { ...cli.module, parser: { javascript: { createRequire: false } } },
  plugins: [],
});
