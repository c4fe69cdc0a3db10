/** Sends the spans of this process to a collector, where the environment names one. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Stop } from '@mulin/kernel';
import { versionOfProject } from './version.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** How long the end of a process waits for its collector, in milliseconds; what was not taken by then is lost. */
const patienceMs = 3_000;

/** The first is taken as it stands, to the second a path is added. */
const collectorIn = (env: Environment): string | undefined => {
  if (env['OTEL_SDK_DISABLED']?.toLowerCase() === 'true' || env['OTEL_TRACES_EXPORTER'] === 'none') return;
  const traces = env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'] ?? '';
  const base = env['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? '';
  if (traces !== '') return traces;
  return base === '' ? undefined : `${base.replace(/\/$/, '')}/v1/traces`;
};

/**
 * Registers an OpenTelemetry SDK for the whole process if `OTEL_EXPORTER_OTLP_ENDPOINT` (or `…_TRACES_ENDPOINT`) is
 * set; it heeds the other variables of OpenTelemetry, too (sampler, headers, batches):
 * https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/. Nothing of it is loaded
 * otherwise. Each process says its name (`OTEL_SERVICE_NAME` says another) and an id of its own, and what
 * `OTEL_RESOURCE_ATTRIBUTES` says besides. What it answers sends what is still held back, and never fails, nor takes longer than `withinMs`
 * (milliseconds): a collector that is gone, or that never answers, keeps no town.
 */
export const exportTraces = async (
  env: Environment,
  { name = 'mulin', withinMs = patienceMs }: Readonly<{ name?: string; withinMs?: number }> = {},
): Promise<Stop> => {
  const url = collectorIn(env);
  if (url === undefined) return async () => undefined;
  const [
    { BatchSpanProcessor, NodeTracerProvider },
    { OTLPTraceExporter },
    { defaultResource, detectResources, envDetector, resourceFromAttributes },
  ] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const own = {
    'service.name': name,
    'service.version': versionOfProject(),
    'service.instance.id': randomUUID(),
  };
  const provider = new NodeTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes(own))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  });
  provider.register();
  return () =>
    Promise.race([provider.shutdown().catch(() => undefined), pause(withinMs, undefined, { ref: false })]);
};
