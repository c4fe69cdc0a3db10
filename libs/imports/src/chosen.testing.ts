/** A file as somebody chooses it, for specs. */
import { type Source, sourceOf } from './source.js';

export const chosen = (content: string | Uint8Array): Source => sourceOf(new Blob([content]));
