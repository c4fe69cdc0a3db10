/** How a story talks to a town: as anybody's program would, over HTTP. */
import { randomUUID } from 'node:crypto';
import { assertDescribed } from './described-answers.js';

export type Json = Readonly<Record<string, unknown>>;
export type Headers = Readonly<Record<string, string>>;

export type Answered = Readonly<{
  status: number;
  /** The JSON of the answer; `{}` where it is none. */
  body: Json;
  headers: Readonly<{ get: (name: string) => string | null }>;
}>;

export type Call = Readonly<{
  method: string;
  path: string;
  /** A token; absent: nobody. */
  who?: string | undefined;
  /** An object is sent as JSON, a text as it is. */
  body?: object | string | undefined;
  headers?: Headers | undefined;
}>;

const jsonOf = (text: string): Json => {
  try {
    // Whatever it is, a story looks at single fields of it.
    return JSON.parse(text) as Json;
  } catch {
    return {};
  }
};

const headersOf = ({ who, body, headers }: Call): Headers => ({
  ...(who === undefined ? {} : { authorization: `Bearer ${who}` }),
  ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
  ...headers,
});

/** One request; an answer that the town's own description does not promise is an error. */
export const ask = async (url: string, call: Call): Promise<Answered> => {
  const { method, path, body } = call;
  const text = typeof body === 'object' ? JSON.stringify(body) : body;
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { ...headersOf(call) },
    ...(text === undefined ? {} : { body: text }),
  });
  const type = response.headers.get('content-type') ?? '';
  // A stream of events has no end: that it was opened is the answer.
  const isStream = type.startsWith('text/event-stream');
  const answer = isStream ? '' : await response.text();
  if (isStream) await response.body?.cancel();
  await assertDescribed(url, { method, path, status: response.status, type, text: answer });
  return { status: response.status, body: jsonOf(answer), headers: response.headers };
};

/** All items of a list, page by page. */
export const everyItem = async (url: string, who: string, path: string): Promise<readonly Json[]> => {
  const items: Json[] = [];
  for (let cursor: unknown = ''; cursor !== null;) {
    const more = cursor === '' ? '' : `&cursor=${encodeURIComponent(String(cursor))}`;
    const { status, body } = await ask(url, { method: 'GET', who, path: `${path}?limit=200${more}` });
    if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
    items.push(...itemsOf(body));
    cursor = body['next'];
  }
  return items;
};

export const itemsOf = ({ items }: Json): readonly Json[] => {
  if (!Array.isArray(items)) throw new Error('this answer is no list');
  return items as readonly Json[];
};
