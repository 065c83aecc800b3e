const { readFileSync } = require('node:fs');
const { gzipSync } = require('node:zlib');
const { join } = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const webpack = require('webpack');

const WPS = join(__dirname, 'src', 'apps', 'wps');

/** Everything in a bundle, packages too, becomes what the oldest engine of WPS reads. */
const compiled = (test, parser, more) => ({
  test,
  loader: 'swc-loader',
  options: {
    jsc: {
      parser,
      transform: { react: { runtime: 'automatic' } },
      target: 'es2018',
    },
  },
  ...more,
});

/** Says how many bytes each page loads, gzipped. */
class PageSizes {
  apply(compiler) {
    compiler.hooks.afterEmit.tap('PageSizes', ({ entrypoints }) => {
      const sizes = [...entrypoints.keys()].map((name) => {
        const bytes = gzipSync(readFileSync(join(compiler.outputPath, `${name}.js`))).length;
        return `${name} ${(bytes / 1024).toFixed(1)} KB`;
      });
      console.log(`wps: ${sizes.join(', ')} gzip`);
    });
  }
}

/** The pages of the WPS add-in. Where they stand does not matter to them: all addresses are relative. */
const wps = {
  name: 'wps',
  mode: 'production',
  context: __dirname,
  target: ['web', 'es2018'],
  devtool: false,
  entry: {
    main: './src/apps/wps/index-page.ts',
    taskpane: './src/apps/wps/pane-page.tsx',
    probe: './src/apps/wps/probe/probe-page.ts',
  },
  output: {
    path: join(__dirname, 'dist', 'wps'),
    filename: '[name].js',
    clean: true,
    // Classic scripts: pages opened from a folder (file://) cannot load modules.
    module: false,
    environment: { dynamicImport: false, module: false, bigIntLiteral: false },
  },
  resolve: { extensions: ['.tsx', '.ts', '.js', '.json'] },
  module: {
    // One file a page: nothing is fetched later.
    parser: { javascript: { dynamicImportMode: 'eager' } },
    rules: [
      compiled(/\.tsx?$/, { syntax: 'typescript', tsx: true }, { sideEffects: false }),
      compiled(/\.[cm]?js$/, { syntax: 'ecmascript' }, { include: /node_modules/ }),
      {
        // Pages are loaded for what they do.
        test: /-page\.tsx?$|polyfills\.ts$/,
        sideEffects: true,
      },
    ],
  },
  plugins: [
    new webpack.NormalModuleReplacementPlugin(/^\.\/(cli|verify|workbench)$/, (resource) => {
      if (/texts/.test(resource.context)) {
        resource.request = join(__dirname, 'src', 'pane', 'left-out-texts');
      }
    }),
    new CopyPlugin({
      patterns: [
        { from: '*.html', context: WPS },
        { from: 'ribbon.xml', context: WPS },
        { from: 'images/*.svg', context: WPS },
      ],
    }),
    new PageSizes(),
  ],
  optimization: { splitChunks: false },
  performance: { hints: false },
  stats: 'errors-warnings',
};

module.exports = wps;
