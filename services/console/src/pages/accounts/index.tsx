/** Who may sign in: found, added, changed, given a password, disabled. */
import { Badge, Button, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, type Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import { Asked, Empty } from '../../parts/asked';
import { ConfirmButton } from '../../parts/confirm';
import { useNames } from '../../parts/names';
import { Page } from '../../parts/page';
import { useWords } from '../../parts/words';
import { ChangeAccount } from './change';
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

type RowProps = Readonly<{ it: Account; area: string; onChange: () => void; onPassword: () => void }>;

const Row = ({ it, area, onChange, onPassword }: RowProps) => {
  const say = useTexts();
  const words = useWords();
  const path = { account: it.account };
  const change = useCommand<boolean, unknown>((isDisabling, header) =>
    isDisabling
      ? api.POST('/api/v1/accounts/{account}/disable', { params: { path, header }, body: {} })
      : api.POST('/api/v1/accounts/{account}/enable', { params: { path, header }, body: {} }),
  );
  return (
    <tr>
      <th scope="row">
        {it.name ?? '–'}
        <Text size="xs" c="dimmed">
          {it.account}
        </Text>
      </th>
      <td data-label={say('role')}>{words.role(it.role)}</td>
      <td data-label={say('area')}>{it.area.includes('/') ? area : say('wholeTown')}</td>
      <td data-label={say('state')}>
        <Badge variant="light" color={it.disabled ? 'gray' : 'town'} tt="none">
          {say(it.disabled ? 'disabled' : 'active')}
        </Badge>
      </td>
      <td>
        <div className="account-deeds">
          <Button size="compact-sm" variant="default" onClick={onChange}>
            {say('change')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onPassword}>
            {say('setPassword')}
          </Button>
          <ConfirmButton
            size="compact-sm"
            label={say(it.disabled ? 'enable' : 'disable')}
            sentence={say(it.disabled ? 'enableSentence' : 'disableSentence', {
              name: it.name ?? it.account,
            })}
            isGrave={!it.disabled}
            command={change}
            onConfirm={(done) => change.mutate(!it.disabled, { onSuccess: done })}
          />
        </div>
      </td>
    </tr>
  );
};

/** More rows than that nobody reads: one types another letter. */
const rowsAtMost = 100;

const matches = ({ account, name = '' }: Account, area: string, wanted: string): boolean =>
  [account, name, area].some((it) => it.toLowerCase().includes(wanted.trim().toLowerCase()));

export const View = () => {
  const say = useTexts();
  const [wanted, setWanted] = useState('');
  const [forPassword, setForPassword] = useState<string | null>(null);
  const [toChange, setToChange] = useState<Account | null>(null);
  const [isAdding, setAdding] = useState(false);
  const names = useNames();
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
          const found = all.filter((it) => matches(it, names.area(it.area), wanted));
          if (found.length === 0) return <Empty title={say('emptyTitle')} hint={say('emptyHint')} />;
          return (
            <>
              <Text size="sm" c="dimmed" role="status">
                {say('shown', { count: Math.min(found.length, rowsAtMost), all: found.length })}
              </Text>
              <table className="figures" aria-label={say('title')}>
                <thead>
                  <tr>
                    {(['name', 'role', 'area', 'state'] as const).map((head) => (
                      <th scope="col" key={head}>
                        {say(head)}
                      </th>
                    ))}
                    <td />
                  </tr>
                </thead>
                <tbody>
                  {found.slice(0, rowsAtMost).map((it) => (
                    <Row
                      key={it.account}
                      it={it}
                      area={names.area(it.area)}
                      onChange={() => setToChange(it)}
                      onPassword={() => setForPassword(it.account)}
                    />
                  ))}
                </tbody>
              </table>
            </>
          );
        }}
      </Asked>
      {toChange !== null && <ChangeAccount it={toChange} onDone={() => setToChange(null)} />}
      {isAdding && <AddAccount onDone={() => setAdding(false)} />}
      {forPassword !== null && <SetPassword account={forPassword} onDone={() => setForPassword(null)} />}
    </Page>
  );
};
