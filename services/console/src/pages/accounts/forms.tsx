/** The two small forms of accounts. */
import { PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client';
import { useCommand } from '../../api/command';
import { Refusal } from '../../parts/refusal';
import { Dialog } from '../../resident/dialog';
import { Buttons } from './buttons';
import { AccountFields, type Entered } from './fields';
import { useTexts } from './texts';

type Done = Readonly<{ onDone: () => void }>;

export const AddAccount = ({ onDone }: Done) => {
  const say = useTexts();
  const [account, setAccount] = useState('');
  const [entered, enter] = useState<Entered>({ name: '', role: 'grid-member', area: null });
  const { name, role, area } = entered;
  const add = useCommand<void, unknown>(
    (_, header) =>
      api.POST('/api/v1/accounts', {
        params: { header },
        body: { account, role, ...(name === '' ? {} : { name }), ...(area === null ? {} : { area }) },
      }),
    { done: onDone },
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <Dialog isOpen close={onDone} title={say('add')}>
      <form onSubmit={send}>
        <Stack>
          <TextInput
            label={say('account')}
            value={account}
            onChange={({ currentTarget }) => setAccount(currentTarget.value)}
            required
            data-autofocus
          />
          <AccountFields entered={entered} enter={enter} />
          <Text size="sm" c="dimmed">
            {say('addHint')}
          </Text>
          <Refusal error={add.error} />
          <Buttons onCancel={onDone} isSending={add.isPending} />
        </Stack>
      </form>
    </Dialog>
  );
};

export const SetPassword = ({ account, onDone }: Done & Readonly<{ account: string }>) => {
  const say = useTexts();
  const [password, setPassword] = useState('');
  const set = useCommand<void, unknown>(() =>
    api.PUT('/api/v1/accounts/{account}/password', { params: { path: { account } }, body: { password } }),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    set.mutate();
  };
  return (
    <Dialog isOpen close={onDone} title={say('passwordOf', { account })}>
      <form onSubmit={send}>
        <Stack>
          <PasswordInput
            label={say('password')}
            description={say('passwordHint')}
            value={password}
            onChange={({ currentTarget }) => setPassword(currentTarget.value)}
            autoComplete="new-password"
            required
            data-autofocus
          />
          <Refusal error={set.error} />
          {set.isSuccess && <Text role="status">{say('passwordSet')}</Text>}
          <Buttons onCancel={onDone} isSending={set.isPending} />
        </Stack>
      </form>
    </Dialog>
  );
};
