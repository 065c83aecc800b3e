export { checks } from './checks';
export { cli } from './cli';
export { engine } from './engine';
export { errors } from './errors';
export { pane } from './pane';
export { report } from './report';
export { scoring } from './scoring';
export { verify } from './verify';
