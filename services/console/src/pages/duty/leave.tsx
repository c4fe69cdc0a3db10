/** Who is away and will be, with whoever stands in; recorded and ended here by who may. */
import { Badge, Button, Text, Title } from '@mantine/core';
import { hasRight } from '@mulin/kernel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, type Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import { useSession } from '../../api/session';
import { useLanguage } from '../../app/texts';
import { Asked, Empty } from '../../parts/asked';
import { ConfirmButton } from '../../parts/confirm';
import { Fold } from '../../parts/fold';
import { Moment } from '../../parts/time';
import { useLeaveTexts } from './leave-texts';
import { usePeople } from './people';
import { RecordLeave } from './record-leave';

type Leave = Schemas['Leave'];

const useNameOf = () => {
  const language = useLanguage();
  return ({ account, name }: Leave['who']): string => name?.[language] ?? account;
};

const EndLeave = ({ it, id }: Readonly<{ it: Leave; id: string }>) => {
  const say = useLeaveTexts();
  const name = useNameOf()(it.who);
  const command = useCommand<void, unknown>((_, header) =>
    api.POST('/api/v1/leave/{leaveId}/end', { params: { path: { leaveId: id }, header } }),
  );
  return (
    <ConfirmButton
      label={say(it.isAway ? 'end' : 'cancel')}
      sentence={say(it.isAway ? 'endSentence' : 'cancelSentence', { name })}
      size="compact-sm"
      command={command}
      onConfirm={(done) => command.mutate(undefined, { onSuccess: done })}
    />
  );
};

const LeaveRow = ({ it, mayEnd }: Readonly<{ it: Leave; mayEnd: boolean }>) => {
  const say = useLeaveTexts();
  const nameOf = useNameOf();
  return (
    <li className="row">
      <div className="row-link" data-account={it.who.account}>
        <span className="row-first">
          <Text span fw={600}>
            {nameOf(it.who)}
          </Text>
          <Text span>
            <Moment at={it.from} /> – {it.until === null ? say('openEnded') : <Moment at={it.until} />}
          </Text>
        </span>
        <span className="row-badges">
          <Badge variant="light" tt="none" color={it.isAway ? 'town' : 'gray'}>
            {say(it.isAway ? 'away' : 'ahead')}
          </Badge>
          {mayEnd && it.id !== null && <EndLeave it={it} id={it.id} />}
        </span>
        <Text span size="sm" c="dimmed">
          {it.standIn === null ? say('standsInNobody') : say('standsIn', { name: nameOf(it.standIn) })}
          {' · '}
          {it.by === null ? say('ofThePack') : say('recordedBy', { name: nameOf(it.by) })}
        </Text>
      </div>
    </li>
  );
};

/** Whoever is away now, and who goes next; a pack may plan a year ahead. */
const shownAtFirst = 8;

const Rows = ({ items, mayEnd }: Readonly<{ items: readonly Leave[]; mayEnd: boolean }>) => {
  const say = useLeaveTexts();
  const [isWhole, setWhole] = useState(false);
  const first = items.filter(({ isAway, id }, place) => isAway || id !== null || place < shownAtFirst);
  const shown = isWhole ? items : first;
  return (
    <>
      <Text size="sm" c="dimmed" role="status" mt="sm">
        {say('shown', { away: items.filter(({ isAway }) => isAway).length, all: items.length })}
      </Text>
      <ul className="plain rows">
        {shown.map((it) => (
          <LeaveRow key={it.id ?? `${it.who.account} ${it.from}`} it={it} mayEnd={mayEnd} />
        ))}
      </ul>
      {shown.length < items.length && (
        <Button variant="subtle" onClick={() => setWhole(true)}>
          {say('showAll', { count: items.length - shown.length })}
        </Button>
      )}
    </>
  );
};

const Recording = () => {
  const say = useLeaveTexts();
  const asked = usePeople();
  return (
    <Fold label={say('record')} variant="filled">
      {(close) => <Asked of={asked}>{(people) => <RecordLeave people={people} close={close} />}</Asked>}
    </Fold>
  );
};

export const LeavePart = () => {
  const say = useLeaveTexts();
  const session = useSession();
  const mayList = session !== null && session !== undefined && hasRight('leave.list', session);
  const asked = useQuery({
    queryKey: ['leave'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/leave'))).items,
    enabled: mayList,
    refetchInterval: 30_000,
  });
  if (!mayList) return null;
  const mayRecord = hasRight('leave.record', session);
  return (
    <section className="leave">
      <Title order={2} size="h4">
        {say('title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {say('hint')}
      </Text>
      {mayRecord && <Recording />}
      <Asked of={asked}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={say('emptyTitle')} hint={say('emptyHint')} />
          ) : (
            <Rows items={items} mayEnd={mayRecord} />
          )
        }
      </Asked>
    </section>
  );
};
