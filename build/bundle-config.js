const { join } = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const { ROOT } = require('./bundles.js');
const { Sizes } = require('./bundle-plugins.js');

/** Webpack's configuration of a row of `bundles.js`; `out` is where one without a folder goes. */
async function configOf(bundle, out) {
  const { name, target, entry, folder, hashed, keeps, rules, parser, html, copies, limits } =
    bundle;
  const script = `[name]${hashed ? '.[contenthash:8]' : ''}.js`;
  return {
    name,
    mode: 'production',
    context: ROOT,
    target,
    devtool: false,
    entry,
    output: {
      path: folder ? join(ROOT, folder) : out,
      filename: script,
      chunkFilename: bundle.afterwards ?? script,
      clean: keeps ? { keep: keeps } : Boolean(folder),
      ...bundle.output,
    },
    resolve: { extensions: ['.tsx', '.ts', '.js', '.json'], alias: bundle.alias ?? {} },
    module: { rules, parser: { javascript: parser ?? {} } },
    plugins: [
      ...(bundle.plugins?.() ?? []),
      ...(html ? [new HtmlPlugin(html)] : []),
      ...(copies ? [new CopyPlugin({ patterns: copies })] : []),
      ...(limits ? [new Sizes(limits)] : []),
    ],
    performance: { hints: false },
    stats: 'errors-warnings',
    ...bundle.more,
    ...(bundle.serves && { devServer: await served(bundle.serves) }),
  };
}

async function served(how) {
  const { getHttpsServerOptions } = require('office-addin-dev-certs');
  const { ca, key, cert } = await getHttpsServerOptions();
  return { ...how, server: { type: 'https', options: { ca, key, cert } } };
}

module.exports = { configOf };
