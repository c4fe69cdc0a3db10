/** Exit 0 while the process of this container is ready: what a health check of a container engine asks. */
import process from 'node:process';

const { MULIN_PORT: port = '3110', MULIN_HEALTH: check = 'ready' } = process.env;

try {
  const answer = await fetch(`http://127.0.0.1:${port}/health/${check}`, {
    signal: AbortSignal.timeout(3_000),
  });
  if (!answer.ok) process.stdout.write(await answer.text());
  process.exitCode = answer.ok ? 0 : 1;
} catch (error) {
  process.stdout.write(String(error));
  process.exitCode = 1;
}
