/** Parts of the console that are loaded when somebody needs them. */

/** It did not come, as without network. */
export class NotLoaded extends Error {}

/** @throws `NotLoaded` in place of what a browser says in its own words. */
export const loaded = <Part>(part: Promise<Part>): Promise<Part> =>
  part.catch(() => {
    throw new NotLoaded();
  });
