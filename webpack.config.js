const { configOf } = require('./build/bundle-config.js');
const { BUNDLES } = require('./build/bundles.js');

/** `webpack` builds the command line and Excel's pane; `--config-name` picks others of the table. */
module.exports = ({ out }, { configName }) =>
  Promise.all(
    BUNDLES.filter(({ name, standing }) => configName?.includes(name) ?? standing).map((bundle) =>
      configOf(bundle, out),
    ),
  );
