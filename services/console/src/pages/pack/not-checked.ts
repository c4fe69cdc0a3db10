/** Why a pack that somebody has chosen was not checked at all. */
import { NotLoaded } from '../../parts/loaded';

/** What cannot be unpacked: damaged, closed by a password, or no zip at all. */
export class NoZip extends Error {}

/** What else can fail is the reading of a file: it was changed or moved after it was chosen. */
export const notChecked = (error: Error): 'noZip' | 'notLoaded' | 'unreadable' => {
  if (error instanceof NoZip) return 'noZip';
  return error instanceof NotLoaded ? 'notLoaded' : 'unreadable';
};
