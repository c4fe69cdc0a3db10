/** One or more services of the town behind one HTTP server, started and stopped the Nest way. */
import type { BusStrategy } from '@mulin/bus';
import { type DynamicModule, type LoggerService, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { errorLogFields } from '../observability/error-log-fields.js';
import type { Logger, Platform } from '../platform/platform.js';
import { httpServer, type ServerOptions } from '../http/server.js';
import { ShellModule } from '../http/shell.module.js';

/** How long requests in hand may take when the server stops, in milliseconds; connections that are left are cut. */
const patienceMs = 10_000;

@Module({})
class Hosted {}

/** What is hosted, and where. */
export type AppOptions = Readonly<{
  modules: readonly DynamicModule[];
  /** By which each module gives its strategy, in the order in which they start. */
  services: readonly symbol[];
  /** 0: whichever is free. */
  port: number;
  /** The address to listen at. Default: `127.0.0.1`. */
  host?: string;
  server?: ServerOptions;
  /** Controllers of services that other processes run: described here, and answered by `server.routes`. Default: none. */
  forwarded?: readonly Type[];
}>;

/** Services that answer at `url`. */
export type RunningApp = Readonly<{
  url: string;
  /** Takes no more requests, ends those it has, stops the services; what it was built on stays open. */
  close: () => Promise<void>;
}>;

const nestLog = (log: Logger): LoggerService => {
  const say = (level: keyof Logger) => (message: unknown, second: unknown) =>
    log[level](
      message instanceof Error ? errorLogFields(message) : { context: String(second) },
      String(message),
    );
  const silent = () => undefined;
  return {
    log: silent,
    debug: silent,
    verbose: silent,
    warn: say('warn'),
    error: say('error'),
    fatal: say('error'),
  };
};

const create = (
  platform: Platform,
  { modules, forwarded = [] }: AppOptions,
  adapter: ReturnType<typeof httpServer>['adapter'],
) =>
  NestFactory.create<NestFastifyApplication>(
    { module: Hosted, imports: [ShellModule.with(platform, forwarded), ...modules] },
    adapter,
    { logger: nestLog(platform.log), abortOnError: false, bodyParser: false },
  );

/**
 * Starts services behind one HTTP server; `url` answers when this resolves. Where a start fails, what had begun is
 * stopped.
 *
 * @throws what the start of a service throws, and `Error` (`EADDRINUSE`) where the port is taken.
 */
export const openService = async (platform: Platform, hosting: AppOptions): Promise<RunningApp> => {
  const { adapter, prepare, refuseNew } = httpServer(platform, hosting.server);
  const app = await create(platform, hosting, adapter);
  try {
    await prepare();
    for (const service of hosting.services)
      app.connectMicroservice({ strategy: app.get<BusStrategy>(service, { strict: false }) });
    await app.startAllMicroservices();
    await app.listen(hosting.port, hosting.host ?? '127.0.0.1');
  } catch (error) {
    await app.close();
    throw error;
  }

  const close = async () => {
    refuseNew();
    const late = setTimeout(() => app.getHttpServer().closeAllConnections(), patienceMs);
    await app.close();
    clearTimeout(late);
  };
  return { url: await app.getUrl(), close };
};
