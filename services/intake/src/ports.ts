import type { MenuItem } from './domain/menu.js';

/** What may be ordered now, as the facts say. */
export interface Menu {
  itemOf(id: string): MenuItem | null;
  items(): readonly MenuItem[];
}
