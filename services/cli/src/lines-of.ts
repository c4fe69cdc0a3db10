/**
 * The lines of a text that comes in pieces. Only a line feed ends one: `readline` would also break at U+2028,
 * which a text within JSON may hold.
 */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let begun = '';
  for await (const piece of pieces) {
    const end = piece.lastIndexOf('\n');
    if (end >= 0) yield* (begun + piece.slice(0, end)).split('\n');
    begun = end >= 0 ? piece.slice(end + 1) : begun + piece;
  }
  if (begun !== '') yield begun;
}
