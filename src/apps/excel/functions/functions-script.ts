import '../../../pane/polyfills';
import { PANE_CHINESE } from '../../../pane/chinese';
import { registerFunctions } from './register-functions';

/**
 * `functions.js`, which the manifest names as the script of custom functions. With the shared runtime
 * Excel loads the pane's page in its place; where it does not, the functions are there all the same.
 */
registerFunctions(
  {
    associate: (id, run) => CustomFunctions.associate(id, run),
    notAvailable: (text) => new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, text),
  },
  () => PANE_CHINESE,
);
