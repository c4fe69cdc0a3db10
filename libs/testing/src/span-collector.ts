/** A collector of OpenTelemetry for tests: it takes spans as JSON of OTLP over HTTP, and keeps them. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Attribute = Readonly<{ key: string; value: Readonly<{ stringValue?: string; intValue?: number }> }>;

type Sent = Readonly<{
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  /** As OTLP counts them: 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
  kind: number;
  attributes: readonly Attribute[];
}>;

/** A span that was sent; `process`: the `service.name` of who sent it. */
export type CollectedSpan = Omit<Sent, 'attributes'> &
  Readonly<{ process: string; attributes: Readonly<Record<string, string | number | undefined>> }>;

type Body = Readonly<{
  resourceSpans: readonly Readonly<{
    resource: Readonly<{ attributes: readonly Attribute[] }>;
    scopeSpans: readonly Readonly<{ spans: readonly Sent[] }>[];
  }>[];
}>;

const attributesOf = (attributes: readonly Attribute[]): CollectedSpan['attributes'] =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]));

const spansIn = (body: string): readonly CollectedSpan[] =>
  // What OTLP promises of a trace request.
  (JSON.parse(body) as Body).resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const process = String(attributesOf(resource.attributes)['service.name']);
    return scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => ({ ...span, process, attributes: attributesOf(span.attributes) })),
    );
  });

/** Where a collector listens, and what it was sent. */
export type SpanCollector = Readonly<{
  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  url: string;
  /** Each request, as text. */
  bodies: () => readonly string[];
  spans: () => readonly CollectedSpan[];
  close: () => void;
}>;

/** Listens at a free port of this machine until it is closed. */
export const spanCollector = async (): Promise<SpanCollector> => {
  const bodies: string[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      bodies.push(body);
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    bodies: () => bodies,
    spans: () => bodies.flatMap(spansIn),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
