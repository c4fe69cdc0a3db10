/** What the command line finds around it: where files are meant, the town's home, the town's address. */
import type { TownClient } from './town-client.js';

export type Surroundings = Readonly<{
  /** A path as the caller meant it, from the folder they called from. */
  resolve: (path: string) => string;
  /** `MULIN_HOME`. */
  home: string;
  databaseUrl: string | undefined;
  town: (options?: { patienceMs?: number }) => TownClient;
  /** A name for a new file that no other run gives. */
  stamp: () => string;
  /** A remark for the person at the terminal, on standard error. */
  remark: (sentence: string) => void;
}>;
