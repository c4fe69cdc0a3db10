/** Who sits here: a button, whose menu is loaded when somebody presses it. */
import { Button } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { Session } from '../api/session';

const WhoMenu = lazy(async () => ({ default: (await import('./who-menu')).WhoMenu }));

export const Who = ({ session }: Readonly<{ session: Session }>) => {
  const [isWanted, setWanted] = useState(false);
  const button = (
    <Button
      className="frame-who"
      variant="default"
      size="compact-sm"
      leftSection={<IconUser size={16} aria-hidden />}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setWanted(true)}
    >
      {session.name ?? session.account}
    </Button>
  );
  return isWanted ? (
    <Suspense fallback={button}>
      <WhoMenu session={session} />
    </Suspense>
  ) : (
    button
  );
};
