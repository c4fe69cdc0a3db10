/**
 * Starts Kafka, Redis and PostgreSQL as plain processes on free ports of the loopback, with data that are thrown away,
 * prints how a town is told of them, and stops them all at Ctrl-C: `npm run engines`, or `npm run engines -- kafka` for
 * some. Needs Java 17 and redis-server (installed on Debian as root); PostgreSQL comes with the project.
 */
import process from 'node:process';
import { startKafka, startPostgres, startRedis } from '@mulin/testing/engines';

const known = {
  kafka: { variable: 'KAFKA_BROKERS', start: () => startKafka() },
  redis: { variable: 'REDIS_URL', start: startRedis },
  postgresql: { variable: 'DATABASE_URL', start: startPostgres },
};

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(known);
const stranger = wanted.find((name) => !(name in known));
if (stranger !== undefined) {
  console.error(`There is no ${stranger}: known are ${Object.keys(known).join(', ')}.`);
  process.exit(2);
}

const running = [];
const isOver = new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
});

try {
  for (const name of wanted) {
    const { variable, start } = known[name];
    const engine = await start();
    running.push(engine);
    console.log(`export ${variable}=${engine.url}`);
  }
  console.error('All run. Ctrl-C stops them and removes their data.');
  const idle = setInterval(() => {}, 60_000);
  await isOver;
  clearInterval(idle);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  for (const engine of running.reverse()) await engine.close();
}
