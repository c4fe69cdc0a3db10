/** Who sits here: a button, whose menu is loaded when somebody presses it. */
import { Button } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { roleWords } from '@mulin/kernel';
import type { Session } from '../api/session';
import { useLanguage } from './texts';

const WhoMenu = lazy(async () => ({ default: (await import('./who-menu')).WhoMenu }));

export const Who = ({ session }: Readonly<{ session: Session }>) => {
  const language = useLanguage();
  const [isWanted, setWanted] = useState(false);
  const who = session.name ?? roleWords[session.role][language];
  const button = (
    <Button
      className="frame-who"
      variant="default"
      size="compact-sm"
      aria-label={who}
      leftSection={<IconUser size={18} aria-hidden />}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setWanted(true)}
    >
      {who}
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
