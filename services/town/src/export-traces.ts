/** Sends the spans of this process to a collector, where the environment names one. */
import type { Stop } from '@mulin/kernel';
import { versionOfProject } from './version.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The first is taken as it stands, to the second a path is added. */
const collectorIn = (env: Environment): string | undefined => {
  const traces = env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'] ?? '';
  const base = env['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? '';
  if (traces !== '') return traces;
  return base === '' ? undefined : `${base.replace(/\/$/, '')}/v1/traces`;
};

/**
 * Registers an OpenTelemetry SDK for the whole process if `OTEL_EXPORTER_OTLP_ENDPOINT` (or `…_TRACES_ENDPOINT`) is
 * set; it heeds the other variables of OpenTelemetry, too (sampler, headers, batches):
 * https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/. Nothing of it is loaded
 * otherwise. What it answers sends what is still held back, and never fails: a collector that is gone keeps no town.
 */
export const exportTraces = async (env: Environment): Promise<Stop> => {
  const url = collectorIn(env);
  if (url === undefined) return async () => undefined;
  const [
    { BatchSpanProcessor, NodeTracerProvider },
    { OTLPTraceExporter },
    { defaultResource, resourceFromAttributes },
  ] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const name = { 'service.name': env['OTEL_SERVICE_NAME'] ?? 'mulin', 'service.version': versionOfProject() };
  const provider = new NodeTracerProvider({
    resource: defaultResource().merge(resourceFromAttributes(name)),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  });
  provider.register();
  return () => provider.shutdown().catch(() => undefined);
};
