export { on, type Reaction } from './reaction.js';
export { tell } from './tell.js';
