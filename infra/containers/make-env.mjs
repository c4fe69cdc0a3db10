/**
 * Prints keys and passwords that nobody has used before, as docker-compose.yml reads them:
 * `node infra/containers/make-env.mjs > .env`, once. Whoever has that file opens the town: keep a copy apart from the data.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import process from 'node:process';

const password = () => randomBytes(24).toString('base64url');
const key = () => randomBytes(32).toString('hex');
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const variables = {
  // Volumes are found by this name, and by that of the folder where it is not given: the next version has another folder.
  COMPOSE_PROJECT_NAME: 'mulin',
  MULIN_MASTER_KEY: key(),
  MULIN_LOCAL_KEY: key(),
  MULIN_SIGNING_KEY: `'${JSON.stringify(privateKey.export({ format: 'jwk' }))}'`,
  MULIN_DATABASE_PASSWORD: password(),
  MULIN_POSTGRES_PASSWORD: password(),
  MULIN_REDIS_PASSWORD: password(),
  MULIN_GRAFANA_PASSWORD: password(),
};
for (const [name, value] of Object.entries(variables)) process.stdout.write(`${name}=${value}\n`);
