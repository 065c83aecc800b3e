import { addMissing, NEWER_BUILTINS } from './newer-builtins';

addMissing(NEWER_BUILTINS);
