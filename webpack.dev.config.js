const { join } = require('node:path');
const { getHttpsServerOptions } = require('office-addin-dev-certs');
const { pane } = require('./webpack.pane.config.js');

/** `npm run dev`: the pane on https://localhost:3000 with a certificate the computer trusts. */
module.exports = async () => {
  const { ca, key, cert } = await getHttpsServerOptions();
  return {
    ...pane,
    mode: 'development',
    devtool: 'source-map',
    output: { ...pane.output, filename: '[name].js', chunkFilename: '[name].js' },
    devServer: {
      port: 3000,
      server: { type: 'https', options: { ca, key, cert } },
      // Excel on the web reads functions.json from another origin.
      headers: { 'Access-Control-Allow-Origin': '*' },
      static: join(__dirname, 'assets'),
    },
  };
};
