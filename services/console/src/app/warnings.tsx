/** What is not as it should be with this device, said above every page. */
import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { clockIsOffBy } from '../api/clock';
import { useOwed } from '../api/leaving';
import type { Session } from '../api/session';
import { useNow, useSpan } from '../parts/time';
import { field } from './place';
import { useShellTexts } from './shell-texts';

/** What is less disturbs nobody. */
const twoMinutesMs = 120_000;

/** `isOut`: nobody is signed in. */
type Props = Readonly<{ session: Session | null; isOut: boolean }>;

export const Warnings = ({ session, isOut }: Props) => {
  const say = useShellTexts();
  const { online } = useNetwork();
  const isOwed = useOwed();
  // A clock may be set while the page is open.
  useNow();
  const keepsDeeds = session !== null && field.includes(session.role);
  const span = useSpan();
  const off = Math.abs(clockIsOffBy());
  return (
    <>
      {online === false && (
        <Alert color="yellow" mb="md" role="status">
          {say(keepsDeeds ? 'offline' : 'offlineHere')}
        </Alert>
      )}
      {isOut && isOwed && (
        <Alert color="yellow" mb="md" role="status">
          {say('signOutOwed')}
        </Alert>
      )}
      {off >= twoMinutesMs && (
        <Alert color="yellow" mb="md">
          {say('clockOff', { span: span(off) })}
        </Alert>
      )}
    </>
  );
};
