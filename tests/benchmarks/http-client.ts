/** The cheapest client there is, so that what is measured is the town. */
import { Agent, request } from 'node:http';

type Answered = Readonly<{
  status: number;
  body: unknown;
  headers: Readonly<Record<string, unknown>>;
}>;
export type Client = (
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  key?: string,
) => Promise<Answered>;

export const httpClient = (url: string, token: string, connections: number): Client => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return (method, path, body, key) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const headers = {
        authorization: `Bearer ${token}`,
        ...(text === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      };
      const asked = request(new URL(path, url), { method, agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const said = Buffer.concat(chunks).toString();
          const status = response.statusCode ?? 0;
          resolve({
            status,
            body: said === '' ? null : (JSON.parse(said) as unknown),
            headers: response.headers,
          });
        });
      });
      asked.on('error', reject);
      asked.end(text);
    });
};

/** Does every piece of work, at most so many at once. */
export const atOnce = async <Item>(
  width: number,
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
) => {
  let next = 0;
  const worker = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
};
