/** Processes of a town that are started again whenever they end, as whoever operates it sees to it. */
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@mulin/testing/engines';
import { type Environment, launch, newHome, patienceMs, until } from '../journeys/real-town.js';
import { ask } from '../journeys/http.js';
import { addressesOf, closeLines, type Lines } from './lines.js';

/** So long whoever operates it waits before it is started again. */
const restartMs = 1_000;

/** One process, whichever life it is in. */
export type Instance = Readonly<{
  name: string;
  url: string;
  /** Where its logs are, until it is cleared away. */
  home: string;
  /** Its connections to the engines. */
  lines: Lines;
  /** SIGKILL; it is started again by itself. */
  kill: () => void;
  /** SIGSTOP: it keeps what it holds and answers nothing. */
  freeze: () => void;
  /** SIGCONT. */
  thaw: () => void;
  /** Resolves when it says that it is ready. */
  ready: () => Promise<unknown>;
  /** How often it was started. */
  starts: () => number;
  /** Ends it for good. */
  close: () => Promise<void>;
}>;

/**
 * @param name of a service, or `gateway`.
 * @param env beside which it has a home and a port of its own.
 * @param lines by which it reaches the engines; closed with it.
 */
export const superviseInstance = async (name: string, env: Environment, lines: Lines): Promise<Instance> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const home = newHome();
  const own = { ...env, ...addressesOf(lines), MULIN_HOME: home, MULIN_PORT: String(port) };
  const begin = () => launch(own, `services/${name}/src/main.ts`);
  let now = begin();
  let starts = 1;
  const over = new AbortController();
  const isOver = () => over.signal.aborted;
  const supervised = (async () => {
    for (;;) {
      await now.ended;
      if (isOver()) return;
      await pause(restartMs);
      if (isOver()) return;
      now = begin();
      starts += 1;
    }
  })();
  return {
    name,
    url,
    home,
    lines,
    kill: () => void now.kill('SIGKILL'),
    freeze: () => void now.kill('SIGSTOP'),
    thaw: () => void now.kill('SIGCONT'),
    ready: () =>
      until(
        `${name} is ready`,
        () => ask(url, { method: 'GET', path: '/health/ready' }).catch(() => null),
        (answered) => answered?.status === 200,
        patienceMs,
      ),
    starts: () => starts,
    close: async () => {
      over.abort();
      void now.kill('SIGCONT');
      void now.kill('SIGTERM');
      await supervised;
      await closeLines(lines);
    },
  };
};
