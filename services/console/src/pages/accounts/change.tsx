/** Another role, area or name for an account that is there. */
import { Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api, type Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import { useSession } from '../../api/session';
import { Refusal } from '../../parts/refusal';
import { Dialog } from '../../resident/dialog';
import { Buttons } from './buttons';
import { AccountFields, type Entered } from './fields';
import { useTexts } from './texts';

type Account = Schemas['Account'];

const townOf = (area: string): string => area.split('/', 1)[0] ?? area;

const enteredOf = ({ name = '', role, area }: Account): Entered => ({
  name,
  role,
  area: area.includes('/') ? area : null,
});

/** What differs alone: a name that was looked at stays whoever else has changed something meanwhile. */
const changesIn = (it: Account, { name, role, area }: Entered) => {
  const path = area ?? townOf(it.area);
  const called = name.trim();
  return {
    ...(called === (it.name ?? '') ? {} : { name: called === '' ? null : called }),
    ...(role === it.role ? {} : { role }),
    ...(path === it.area ? {} : { area: path }),
  };
};

export const ChangeAccount = ({ it, onDone }: Readonly<{ it: Account; onDone: () => void }>) => {
  const say = useTexts();
  const [entered, enter] = useState(() => enteredOf(it));
  const isOwn = useSession()?.account === it.account;
  const path = { account: it.account };
  const change = useCommand<ReturnType<typeof changesIn>, unknown>(
    (body, header) => api.PATCH('/api/v1/accounts/{account}', { params: { path, header }, body }),
    { done: onDone },
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    const changes = changesIn(it, entered);
    if (Object.keys(changes).length === 0) onDone();
    else change.mutate(changes);
  };
  return (
    <Dialog isOpen close={onDone} title={say('changeOf', { account: it.account })}>
      <form onSubmit={send}>
        <Stack>
          <AccountFields entered={entered} enter={enter} isNameOnly={isOwn} />
          <Text size="sm">{say(isOwn ? 'changeOwnHint' : 'changeHint')}</Text>
          <Refusal error={change.error} />
          <Buttons onCancel={onDone} isSending={change.isPending} />
        </Stack>
      </form>
    </Dialog>
  );
};
