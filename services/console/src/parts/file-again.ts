/** A browser says nothing of a file that is chosen once more, to be read again or tried again, unless it has forgotten it. */
import type { MouseEvent } from 'react';

/** Of the field of a `FileButton`, as its `inputProps`. */
export const fileAgain = {
  onClick: ({ currentTarget }: MouseEvent<HTMLInputElement>): void => {
    currentTarget.value = '';
  },
};
