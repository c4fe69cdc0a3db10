/** Where the console lies that `services/console` builds. */
import { fileURLToPath } from 'node:url';

export const consoleSite = {
  folder: fileURLToPath(new URL('../../../console/dist', import.meta.url)),
} as const;
