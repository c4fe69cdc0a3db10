/** What people say, put into a sentence of ours: their script may run the other way, and must not turn ours around. */

/** Scripts from right to left, and the signs that turn what follows them until something ends it. */
const turning =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Signs that begin and end what stands apart: people's own would end ours. */
const ends = /[\u2066-\u2069]/gu;

/** The same text, apart from what it stands beside; a text that turns nothing is as it was. */
export const apart = (text: string): string =>
  turning.test(text) ? `\u2068${text.replaceAll(ends, '')}\u2069` : text;
