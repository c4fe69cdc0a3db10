import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Area, instant } from '@mulin/kernel';
import { exportTraces, memoryPlatform, readPack } from '@mulin/service';
import { type CollectedSpan, spanCollector, virtualTime } from '@mulin/testing';
import { openTown } from './open-town.js';
import { inTheWest, twoSquares } from './two-squares.testing.js';

/** The number of `SPAN_KIND_PRODUCER` in OTLP. */
const producer = 4;

const traceId = '0af7651916cd43dd8448eb211c80319c';
const callersSpan = 'b7ad6b7169203331';
const words = 'It is dark at the gate.';

describe('A town whose environment names a collector', () => {
  let bodies: readonly string[];
  let spans: readonly CollectedSpan[];

  beforeAll(async () => {
    const collected = await spanCollector();
    const stop = await exportTraces({ OTEL_EXPORTER_OTLP_ENDPOINT: `${collected.url}/` });
    const time = virtualTime(instant('2026-03-02T01:00:00Z'));
    const clerk = { id: 'clerk-1', role: 'hotline-clerk', area: 'mu' as Area } as const;
    const memory = memoryPlatform({ town: 'mu', zone: 'Asia/Shanghai', now: time.now, accounts: { clerk } });
    const town = await openTown(memory.platform, readPack(twoSquares()));
    const answer = await fetch(`${town.url}/api/v1/cases?note=secret`, {
      method: 'POST',
      headers: {
        authorization: 'Bearer clerk',
        'content-type': 'application/json',
        'idempotency-key': 'one',
        traceparent: `00-${traceId}-${callersSpan}-01`,
      },
      body: JSON.stringify({ menuItem: 'street-and-lighting', words, place: inTheWest }),
    });
    await answer.text();
    await memory.settle();
    await town.close();
    await stop();
    bodies = collected.bodies();
    spans = collected.spans().filter((span) => span.traceId === traceId);
    collected.close();
  });

  const named = (name: string): CollectedSpan => {
    const found = spans.find((span) => span.name === name);
    if (found === undefined)
      throw new Error(`no span ${name} among ${spans.map((span) => span.name).join(', ')}`);
    return found;
  };

  test('continues the trace of the caller: request, decision, sending, what others do when they hear of it', () => {
    const request = named('POST /api/v1/cases');
    expect(request.parentSpanId).toBe(callersSpan);
    const registering = named('decide case');
    expect(registering.parentSpanId).toBe(request.spanId);
    const heard = spans.filter(({ name }) => name.startsWith('process ') && name.includes('case-registered'));
    const sent = spans.filter(
      ({ name, parentSpanId }) => name === 'send mulin.intake' && parentSpanId === registering.spanId,
    );
    expect(sent.map(({ spanId }) => spanId)).toEqual(
      expect.arrayContaining(heard.map(({ parentSpanId }) => parentSpanId)),
    );
    expect(heard.length).toBeGreaterThan(1);
    const offering = named('decide order');
    expect(heard.map(({ spanId }) => spanId)).toContain(offering.parentSpanId);
  });

  test('sends each message within a span of its own, named as OpenTelemetry names what a producer does', () => {
    const sent = spans.filter(({ name }) => name === 'send mulin.intake');
    expect(sent.map(({ kind }) => kind)).toEqual(sent.map(() => producer));
    expect(named('send mulin.intake').attributes).toEqual({
      'messaging.system': 'mulin',
      'messaging.destination.name': 'mulin.intake',
      'messaging.operation.name': 'send',
      'messaging.operation.type': 'send',
      'messaging.message.id': expect.stringMatching(/^[\da-f-]{36}$/),
    });
    const ids = sent.map((span) => span.attributes['messaging.message.id']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('says by which route and with which status, and nothing personal', () => {
    expect(named('POST /api/v1/cases').attributes).toMatchObject({
      'http.request.method': 'POST',
      'http.route': '/api/v1/cases',
      'http.response.status_code': 201,
    });
    expect(bodies.join('\n')).not.toMatch(/dark at the gate|secret/);
  });
});

afterAll(async () => {
  const { trace } = await import('@opentelemetry/api');
  trace.disable();
});

test('a town whose environment names no collector loads nothing and stops at once', async () => {
  await expect((await exportTraces({}))()).resolves.toBeUndefined();
});

test('a collector that never answers does not keep a town from stopping', async () => {
  let isGivenUp = false;
  const silent = createServer((request) => void request.socket.on('close', () => (isGivenUp = true)));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  const { trace } = await import('@opentelemetry/api');
  trace.disable();
  const stop = await exportTraces(
    { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` },
    { withinMs: 50 },
  );
  trace.getTracer('mulin').startSpan('asked').end();
  await stop();
  // The exporter itself still waits for its answer.
  expect(isGivenUp).toBe(false);
  silent.closeAllConnections();
  silent.close();
});
