/** `mulin deliveries release`: messages leave a home that was restored from a copy. */
import { releaseDeliveries } from '@mulin/postgres';
import type { Surroundings } from '../surroundings.js';
import type { Outcome } from '../terminal.js';

export const releaseCommand = async ({ home, texts }: Surroundings): Promise<Outcome> => {
  const released = await releaseDeliveries(home);
  const { deliveries } = texts;
  return { json: { released }, lines: [released ? deliveries.released : deliveries.nothingHeld(home)] };
};
