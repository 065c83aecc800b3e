export { evaluate } from '../engine/evaluate';
export { Opened } from './opened';
