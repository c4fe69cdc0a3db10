/** What lies in an exported town, read as anybody could read it: compressed lines of JSON. */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Json } from './http.js';

export type CopiedEvent = Readonly<{
  id: string;
  table: string;
  /** In the log of its service. */
  position: number;
  stream: string;
  type: string;
  data: Json;
  metadata: Json;
}>;

const linesOf = (file: string): readonly string[] =>
  gunzipSync(readFileSync(file)).toString().split('\n').filter(Boolean);

type Part = Readonly<{ table?: string; rows?: readonly Readonly<Record<string, string>>[] }>;

const parsed = (text: string | undefined): Json => JSON.parse(text ?? '{}') as Json;

/** Of each service as it recorded them. */
export const eventsIn = (file: string): readonly CopiedEvent[] =>
  linesOf(file)
    .map((line) => JSON.parse(line) as Part)
    .flatMap(({ table = '', rows = [] }) =>
      table.endsWith('.facts')
        ? rows.map(({ id = '', position, stream = '', type = '', data, metadata }) => ({
            id,
            table,
            position: Number(position),
            stream,
            type,
            data: parsed(data),
            metadata: parsed(metadata),
          }))
        : [],
    )
    .sort((one, other) => one.position - other.position);

/** Somebody has written in it. */
export const changed = (from: string, to: string, change: (line: string, at: number) => string): void =>
  writeFileSync(to, gzipSync(`${linesOf(from).map(change).join('\n')}\n`));
