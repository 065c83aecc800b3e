const { readdirSync, existsSync, readFileSync, chmodSync } = require('node:fs');
const { join } = require('node:path');
const webpack = require('webpack');
const { pane } = require('./webpack.pane.config.js');

/** Puts every check's page beside the program, as `checks/<id>/page.md`, for `jixiao rules <id>`. */
class CheckPages {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('CheckPages', (compilation) => {
      compilation.hooks.processAssets.tap('CheckPages', () => {
        const folder = join(__dirname, 'src', 'checks');
        compilation.contextDependencies.add(folder);
        for (const id of existsSync(folder) ? readdirSync(folder) : []) {
          const page = join(folder, id, 'page.md');
          if (!existsSync(page)) continue;
          compilation.fileDependencies.add(page);
          compilation.emitAsset(
            `checks/${id}/page.md`,
            new webpack.sources.RawSource(readFileSync(page)),
          );
        }
      });
    });
    compiler.hooks.afterEmit.tap('CheckPages', () => {
      chmodSync(join(compiler.outputPath, 'cli.js'), 0o755);
    });
  }
}

const cli = {
  name: 'cli',
  mode: 'production',
  target: 'node20',
  devtool: false,
  entry: {
    cli: './src/apps/cli/main.ts',
    worker: './src/apps/cli/worker.ts',
  },
  output: {
    path: join(__dirname, 'dist'),
    filename: '[name].js',
    chunkFilename: 'chunks/[name].js',
    clean: { keep: /^(?:pane|workbench|portable|wps)\// },
  },
  resolve: { extensions: ['.ts', '.js', '.json'] },
  node: { __dirname: false, __filename: false },
  module: {
    rules: [
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        loader: 'swc-loader',
        options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
      },
    ],
  },
  optimization: {
    // Nobody downloads this bundle; readable stack traces of a bug are worth more than bytes.
    minimize: false,
    chunkIds: 'named',
  },
  plugins: [
    new webpack.BannerPlugin({
      banner: '#!/usr/bin/env node',
      raw: true,
      include: /^cli\.js$/,
    }),
    new CheckPages(),
  ],
  performance: { hints: false },
  stats: 'errors-warnings',
};

module.exports = [cli, pane];
