/** The parser of tables, asked piece by piece: what streams of Node and those that it brings to a browser have in common. */
import { type CsvError, type Options, Parser } from 'csv-parse';

export const recordsBy = <Made>(options: Options) => {
  const parser = new Parser(options);
  // Streams of a browser lack it, and the parser asks for it when it is through.
  if (!('destroy' in parser)) Object.assign(parser, { destroy: () => undefined });
  let made: Made[] = [];
  let failure: CsvError | null = null;
  let isOver = false;
  parser.on('data', (record: Made) => void made.push(record));
  parser.on('error', (error) => void (failure = error as CsvError)); // a parser throws no other
  const over = new Promise<void>((resolve) => {
    for (const name of ['end', 'error', 'close'] as const)
      parser.on(name, () => {
        isOver = true;
        resolve();
      });
  });
  return {
    /** Resolved when it has been read. Nothing more is read after a failure. */
    put: (text: string): Promise<void> => {
      if (isOver || text === '') return Promise.resolve();
      return Promise.race([over, new Promise<void>((done) => void parser.write(text, () => done()))]);
    },
    end: (): Promise<void> => {
      if (!isOver) parser.end();
      return over;
    },
    failed: (): CsvError | null => failure,
    take: (): readonly Made[] => {
      const taken = made;
      made = [];
      return taken;
    },
  };
};
