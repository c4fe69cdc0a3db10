/** Every table of a town, empty: what a restored copy is read into. */
import type { GivenKeys } from '@mulin/identity';
import { type Logger, postgresPlatform } from '@mulin/service';
import { services } from './services.js';

const nothing = () => undefined;
const silent: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };

export const prepareTables = async (wanted: {
  databaseUrl: string;
  /** The folder of the town's keys, which are there already. */
  keys: string;
  masterKey: string | undefined;
  givenKeys?: GivenKeys | undefined;
  town: string;
}): Promise<void> => {
  const { close } = await postgresPlatform({ ...wanted, zone: 'UTC', services, log: silent });
  await close();
};
