declare module 'linebreak' {
  /** Positions at which Unicode's line breaking algorithm (UAX 14) lets a text be broken, in UTF-16 code units. */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): Readonly<{ position: number; required: boolean }> | null;
  }
}
