export type { Block, Column, Document, Entry, Signer } from './document.js';
export { printDocument, type Printed } from './print.js';
