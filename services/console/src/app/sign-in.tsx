/** Signing in, and signing in again over what one was doing. */
import { Button, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { answerOf, api } from '../api/client';
import { lastAccount, type Session, useNewSession } from '../api/session';
import { Page } from '../parts/page';
import { Refusal } from '../parts/refusal';
import { DemoRoles } from './demo-roles';
import { useShellTexts } from './shell-texts';

type Props = Readonly<{ account?: string; then: (session: Session) => void }>;

const SignInForm = ({ account: known = '', then }: Props) => {
  const say = useShellTexts();
  const begin = useNewSession();
  const [account, setAccount] = useState(known);
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/sessions', { body: { account, password } })),
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

/** `isHere`: over the page that one came for, which is shown afterwards. */
export const SignIn = ({ isHere = false }: Readonly<{ isHere?: boolean }>) => {
  const say = useShellTexts();
  const [, go] = useLocation();
  const then = () => {
    if (!isHere) go('/');
  };
  return (
    <Page title={say('signIn')} isNarrow>
      <Stack maw={420}>
        <Text c="dimmed">{say(isHere ? 'signInFirst' : 'signInHint')}</Text>
        <SignInForm account={lastAccount()} then={then} />
        <DemoRoles then={then} />
      </Stack>
    </Page>
  );
};

type AgainProps = Readonly<{ account: string; close: () => void }>;

/** Over the page that was open: what was entered there stays. */
export const SignInAgain = ({ account, close }: AgainProps) => {
  const say = useShellTexts();
  return (
    <Modal
      opened
      onClose={close}
      closeOnClickOutside={false}
      title={say('signIn')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <Text mb="md">{say('signedOut')}</Text>
      <SignInForm account={account} then={() => undefined} />
    </Modal>
  );
};
