/** Tells in passing that something was done. It comes with the page that tells, so that no lost line keeps it back. */
import { notifications } from '@mantine/notifications';
import { beginTelling } from '../app/telling';
import '../app/told';

type How = Readonly<{
  /** What its button to close is called. */
  close: string;
  /** Until somebody closes it: a code that is read out. */
  stays?: boolean;
}>;

const shownForMs = 4_000;

export const tell = (message: string, { close, stays = false }: How): void => {
  beginTelling();
  notifications.show({
    message,
    color: 'town',
    autoClose: stays ? false : shownForMs,
    closeButtonProps: { 'aria-label': close },
  });
};
