/** Signing in, and signing in again over what one was doing. */
import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { answerOf, api } from '../api/client';
import { afterLeaving } from '../api/leaving';
import { lastAccount, type Session, useNewSession, whyOut } from '../api/session';
import { Refusal } from '../parts/refusal';
import { Dialog } from '../resident/dialog';
import { DemoRoles } from './demo-roles';
import { useShellTexts } from './shell-texts';

type Props = Readonly<{ account?: string; then: (session: Session) => void }>;

const SignInForm = ({ account: known = '', then }: Props) => {
  const say = useShellTexts();
  const begin = useNewSession();
  const [account, setAccount] = useState(known);
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () =>
      afterLeaving(() => answerOf(api.POST('/api/v1/sessions', { body: { account, password } }))),
    onSuccess: (session) => {
      begin(session);
      then(session);
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <form onSubmit={send}>
      <Stack>
        <TextInput
          label={say('account')}
          value={account}
          onChange={({ currentTarget }) => setAccount(currentTarget.value)}
          autoComplete="username"
          autoCapitalize="off"
          required
          data-autofocus={known === '' || undefined}
        />
        <PasswordInput
          label={say('password')}
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          autoComplete="current-password"
          required
          data-autofocus={known !== '' || undefined}
        />
        <Refusal error={signIn.error} />
        <Button type="submit" loading={signIn.isPending}>
          {say('signIn')}
        </Button>
      </Stack>
    </form>
  );
};

type PageProps = Readonly<{ hint: string; then: () => void }>;

/** What whoever was signed out by an operator reads, in the place of what others read there. */
const useWhyOut = (): string | null => {
  const say = useShellTexts();
  const why = whyOut();
  return why === null ? null : say(why === 'session-account-disabled' ? 'outDisabled' : 'outChanged');
};

const SignInPage = ({ hint, then }: PageProps) => {
  const say = useShellTexts();
  const why = useWhyOut();
  useDocumentTitle(`${say('signIn')} · ${say('name')}`);
  return (
    <Stack className="page page-narrow" maw={420}>
      <Title order={1} size="h2">
        {say('signIn')}
      </Title>
      {why === null ? <Text c="dimmed">{hint}</Text> : <Text>{why}</Text>}
      <SignInForm account={lastAccount()} then={then} />
      <DemoRoles then={then} />
    </Stack>
  );
};

export const View = () => {
  const say = useShellTexts();
  const [, go] = useLocation();
  return <SignInPage hint={say('signInHint')} then={() => go('/')} />;
};

/** In the place of a page of staff, which is there as soon as one has signed in. */
export const SignInHere = () => {
  const say = useShellTexts();
  return <SignInPage hint={say('signInFirst')} then={() => undefined} />;
};

type AgainProps = Readonly<{ whose: Session; close: () => void }>;

/** Over the page that was open: what was entered there stays. */
export const SignInAgain = ({ whose: { account, role }, close }: AgainProps) => {
  const say = useShellTexts();
  const why = useWhyOut();
  const [, go] = useLocation();
  // What was open may be nobody's of that role.
  const begin = (session: Session) => {
    if (session.account === account && session.role !== role) go('/');
  };
  return (
    <Dialog isOpen isFirm close={close} title={say('signIn')}>
      <Text mb="md">{why ?? say('signedOut')}</Text>
      <SignInForm account={account} then={begin} />
      <DemoRoles only={account} then={() => undefined} />
    </Dialog>
  );
};
