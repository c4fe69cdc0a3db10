/** Where it is told in passing that something was done. */
import { Notifications } from '@mantine/notifications';

export const Told = () => <Notifications position="top-center" />;
