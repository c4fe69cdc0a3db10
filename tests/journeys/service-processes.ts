/** A town as processes of its services, each a program of its own, on one PostgreSQL. */
import { cpSync } from 'node:fs';
import path from 'node:path';
import { ask } from './http.js';
import { type Environment, launch, newHome, until } from './real-town.js';

/** Every service of the loop; each has a `main.ts`. */
export const serviceNames = [
  'intake',
  'routing',
  'sla-timer',
  'mediation',
  'feedback',
  'audit',
  'inbox',
] as const;

const mainOf = (name: string) => `services/${name}/src/main.ts`;

export type Process = Readonly<{
  name: string;
  url: string;
  port: string;
  home: string;
  kill: ReturnType<typeof launch>['kill'];
}>;

/** Starts a service, or the gateway, and resolves when it answers; `keysOf` has the keys of the town. */
export const startProcess = async (
  name: string,
  env: Environment & Readonly<{ DATABASE_URL: string }>,
  keysOf?: string,
): Promise<Process> => {
  const home = env['MULIN_HOME'] ?? newHome();
  if (keysOf !== undefined && env['MULIN_HOME'] === undefined)
    cpSync(path.join(keysOf, 'keys'), path.join(home, 'keys'), { recursive: true });
  const { ready, kill } = launch({ ...env, MULIN_HOME: home }, mainOf(name));
  const url = await ready;
  return { name, url, port: new URL(url).port, home, kill };
};

/** Resolves when a process says that it is ready. */
export const isReady = ({ name, url }: Pick<Process, 'name' | 'url'>) =>
  until(
    `${name} is ready`,
    () => ask(url, { method: 'GET', path: '/health/ready' }),
    ({ status }) => status === 200,
  );

/** What a service without a PostgreSQL of others says, and how it ends. */
export const startAlone = (name: string) => launch({ MULIN_HOME: newHome() }, mainOf(name)).ended;

/** What the gateway is told of where services are. */
export const addressesOf = (processes: readonly Process[]): string =>
  serviceNames
    .map((service) => {
      const urls = processes.filter(({ name }) => name === service).map(({ url }) => url);
      return `${service}=${urls.join('|')}`;
    })
    .join(',');

type Surroundings = Environment & Readonly<{ DATABASE_URL: string }>;

/** All services, those in `twice` as two processes, and the gateway before them; `env` may differ by service. */
export const startServices = async (
  env: Surroundings | ((name: string) => Surroundings),
  twice: readonly string[] = [],
): Promise<Readonly<{ processes: Process[]; gateway: Process }>> => {
  const envOf = typeof env === 'function' ? env : () => env;
  const [first, ...others] = serviceNames;
  const one = await startProcess(first, envOf(first));
  // At the same instant, as after a power cut.
  const more = [...others, ...twice].map((name) => startProcess(name, envOf(name), one.home));
  const processes = [one, ...(await Promise.all(more))];
  const behind = { ...envOf('gateway'), MULIN_SERVICES: addressesOf(processes) };
  return { processes, gateway: await startProcess('gateway', behind, one.home) };
};
