/** A file that somebody chose, wherever it lies: on the disk of a command line, or in a browser. */
import { beginsWith } from './bytes.js';

/** Its bytes, which may be asked for more than once. */
export type Source = Readonly<{
  /** At most so many bytes from its beginning. */
  beginning: (most: number) => Promise<Uint8Array>;
  /** All of it, piece by piece; may be asked for again. */
  bytes: () => AsyncIterable<Uint8Array>;
  /** All of it at once, as a workbook needs it. */
  all: () => Promise<Uint8Array<ArrayBuffer>>;
}>;

const pieceBytes = 262_144;

/** A file as a browser has it. */
export const sourceOf = (file: Blob): Source => {
  const part = async (from: number, to: number): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await file.slice(from, to).arrayBuffer());
  return {
    beginning: (most) => part(0, most),
    all: () => part(0, file.size),
    // Not by its stream, which some browsers do not iterate.
    bytes: async function* () {
      for (let from = 0; from < file.size; from += pieceBytes) yield await part(from, from + pieceBytes);
    },
  };
};

/** What people choose by mistake, by the bytes with which it begins. */
const others: readonly (readonly [kind: 'image' | 'pdf', mark: readonly number[]])[] = [
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x42, 0x4d]],
  ['image', [0x52, 0x49, 0x46, 0x46]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** A text may begin with the letters BM, and holds no zero byte among its first ones, as every bitmap does. */
const isText = (bytes: Uint8Array): boolean =>
  beginsWith(bytes, 0x42, 0x4d) && !bytes.subarray(0, 32).includes(0);

/** `null`: nothing says that it is no table. */
export const kindOfOther = (bytes: Uint8Array): 'image' | 'pdf' | null => {
  const found = others.find(([, mark]) => beginsWith(bytes, ...mark));
  return found === undefined || isText(bytes) ? null : found[0];
};
