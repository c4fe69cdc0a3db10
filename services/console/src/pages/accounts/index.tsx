/** Who may sign in: found, added, given a password, disabled. */
import { Badge, Button, Group, Table, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, type Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import { Asked, Empty } from '../../parts/asked';
import { Page } from '../../parts/page';
import { Refusal } from '../../parts/refusal';
import { useWords } from '../../parts/words';
import { AddAccount, SetPassword } from './forms';
import { useTexts } from './texts';

type Account = Schemas['Account'];

const pageOf = 500;

/** All of them: a town has some hundreds, and they are looked through by what one types. */
const readAll = async (): Promise<readonly Account[]> => {
  const all: Account[] = [];
  for (let cursor: string | null = null; ;) {
    const query: { limit: number; cursor?: string } =
      cursor === null ? { limit: pageOf } : { limit: pageOf, cursor };
    const { items, next } = await answerOf(api.GET('/api/v1/accounts', { params: { query } }));
    all.push(...items);
    if (next === null) return all;
    cursor = next;
  }
};

const Row = ({ it, onPassword }: Readonly<{ it: Account; onPassword: () => void }>) => {
  const say = useTexts();
  const words = useWords();
  const path = { account: it.account };
  const change = useCommand<boolean, unknown>((isDisabling, header) =>
    isDisabling
      ? api.POST('/api/v1/accounts/{account}/disable', { params: { path, header }, body: {} })
      : api.POST('/api/v1/accounts/{account}/enable', { params: { path, header }, body: {} }),
  );
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={500}>{it.name ?? '–'}</Text>
        <Text size="xs" c="dimmed">
          {it.account}
        </Text>
      </Table.Td>
      <Table.Td>{words.role(it.role)}</Table.Td>
      <Table.Td>{it.area.includes('/') ? it.area : say('wholeTown')}</Table.Td>
      <Table.Td>
        <Badge variant="light" color={it.disabled ? 'gray' : 'town'} tt="none">
          {say(it.disabled ? 'disabled' : 'active')}
        </Badge>
      </Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end">
          <Button size="compact-sm" variant="default" onClick={onPassword}>
            {say('setPassword')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color={it.disabled ? 'town' : 'red'}
            title={it.disabled ? undefined : say('disableHint')}
            loading={change.isPending}
            onClick={() => change.mutate(!it.disabled)}
          >
            {say(it.disabled ? 'enable' : 'disable')}
          </Button>
        </Group>
        <Refusal error={change.error} />
      </Table.Td>
    </Table.Tr>
  );
};

/** More rows than that nobody reads: one types another letter. */
const rowsAtMost = 100;

const matches = ({ account, name = '', area }: Account, wanted: string): boolean =>
  [account, name, area].some((it) => it.toLowerCase().includes(wanted.trim().toLowerCase()));

export const View = () => {
  const say = useTexts();
  const [wanted, setWanted] = useState('');
  const [forPassword, setForPassword] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const asked = useQuery({ queryKey: ['accounts'], queryFn: readAll });
  return (
    <Page
      title={say('title')}
      hint={say('hint')}
      actions={<Button onClick={() => setAdding(true)}>{say('add')}</Button>}
    >
      <TextInput
        aria-label={say('search')}
        placeholder={say('search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={wanted}
        onChange={({ currentTarget }) => setWanted(currentTarget.value)}
        maw={360}
        mb="md"
      />
      <Asked of={asked}>
        {(all) => {
          const found = all.filter((it) => matches(it, wanted));
          if (found.length === 0) return <Empty title={say('emptyTitle')} hint={say('emptyHint')} />;
          return (
            <>
              <Text size="sm" c="dimmed" role="status">
                {say('shown', { count: Math.min(found.length, rowsAtMost), all: all.length })}
              </Text>
              <Table.ScrollContainer minWidth={720}>
                <Table>
                  <Table.Thead>
                    <Table.Tr>
                      {(['name', 'role', 'area', 'state'] as const).map((head) => (
                        <Table.Th key={head}>{say(head)}</Table.Th>
                      ))}
                      <Table.Td />
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {found.slice(0, rowsAtMost).map((it) => (
                      <Row key={it.account} it={it} onPassword={() => setForPassword(it.account)} />
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            </>
          );
        }}
      </Asked>
      {isAdding && <AddAccount onDone={() => setAdding(false)} />}
      {forPassword !== null && <SetPassword account={forPassword} onDone={() => setForPassword(null)} />}
    </Page>
  );
};
