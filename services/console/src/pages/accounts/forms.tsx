/** The two small forms of accounts. */
import { useAreasOnDuty } from '../../api/town';
import { Button, Group, Modal, PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Role, roles, roleWords } from '@mulin/kernel';
import { api } from '../../api/client';
import { useCommand } from '../../api/command';
import { useLanguage } from '../../app/texts';
import { Refusal } from '../../parts/refusal';
import { useTexts } from './texts';

type Done = Readonly<{ onDone: () => void }>;

const useAreas = () => {
  const language = useLanguage();
  const { data } = useAreasOnDuty();
  if (data === undefined) return [];
  const named = [...data.areas, ...data.microGrids.map(({ area, name }) => ({ path: area, name }))];
  return named.map(({ path, name }) => ({ value: path, label: `${name[language]} (${path})` }));
};

export const AddAccount = ({ onDone }: Done) => {
  const say = useTexts();
  const language = useLanguage();
  const [account, setAccount] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('grid-member');
  const [area, setArea] = useState<string | null>(null);
  const areas = useAreas();
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
    <Modal opened onClose={onDone} title={say('add')} closeButtonProps={{ 'aria-label': say('cancel') }}>
      <form onSubmit={send}>
        <Stack>
          <TextInput
            label={say('account')}
            value={account}
            onChange={({ currentTarget }) => setAccount(currentTarget.value)}
            required
            data-autofocus
          />
          <TextInput
            label={say('name')}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Select
            label={say('role')}
            data={roles.map((value) => ({ value, label: roleWords[value][language] }))}
            value={role}
            onChange={(value) => setRole((value ?? role) as Role)}
            searchable
          />
          <Select
            label={say('area')}
            placeholder={say('wholeTown')}
            data={areas}
            value={area}
            onChange={setArea}
            searchable
            clearable
            limit={50}
          />
          <Text size="sm" c="dimmed">
            {say('addHint')}
          </Text>
          <Refusal error={add.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onDone}>
              {say('cancel')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {say('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
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
    <Modal
      opened
      onClose={onDone}
      title={`${say('setPassword')}: ${account}`}
      closeButtonProps={{ 'aria-label': say('cancel') }}
    >
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
          <Group justify="flex-end">
            <Button variant="default" onClick={onDone}>
              {say('cancel')}
            </Button>
            <Button type="submit" loading={set.isPending}>
              {say('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
