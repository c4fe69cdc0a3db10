/** The rosters of the town: who is on duty in each place when nobody is away, and changed by who may. */
import { Badge, Button, Checkbox, Text, TextInput, Title } from '@mantine/core';
import { hasRight } from '@mulin/kernel';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, type Schemas } from '../../../api/client';
import { useCommand } from '../../../api/command';
import { type Session, useSession } from '../../../api/session';
import { useLanguage } from '../../../app/texts';
import { Asked } from '../../../parts/asked';
import { ConfirmButton } from '../../../parts/confirm';
import { useList } from '../../../parts/labelled';
import { usePersonName } from '../../../parts/people';
import { momentIn } from '../../../parts/time';
import { useWords } from '../../../parts/words';
import { ChangeRoster } from './change-roster';
import type { Shift } from './entered';
import { useRosterTexts } from './texts';

type Roster = Schemas['Roster'];

const useDutyText = () => {
  const say = useRosterTexts();
  const language = useLanguage();
  const words = useWords();
  const personName = usePersonName();
  return ({ account, name, role, from, until, shift }: Schemas['RosterDuty'], isOfMany: boolean): string =>
    [
      name?.[language] ?? personName(account),
      ...(isOfMany ? [words.role(role)] : []),
      ...(shift === null ? [] : [shift]),
      ...(from === null ? [] : [say('from', { at: momentIn(language, from) })]),
      ...(until === null ? [] : [say('until', { at: momentIn(language, until) })]),
    ].join(' · ');
};

const GoBack = ({ place }: Pick<Roster, 'place'>) => {
  const say = useRosterTexts();
  const command = useCommand<void, unknown>((_, header) =>
    api.POST('/api/v1/rosters/{place}/as-in-pack', { params: { path: { place }, header } }),
  );
  return (
    <ConfirmButton
      label={say('asInPack')}
      sentence={say('asInPackSentence')}
      size="compact-sm"
      command={command}
      onConfirm={(done) => command.mutate(undefined, { onSuccess: done })}
    />
  );
};

const Row = ({ it, mayChange, change }: Readonly<{ it: Roster; mayChange: boolean; change: () => void }>) => {
  const say = useRosterTexts();
  const language = useLanguage();
  const dutyText = useDutyText();
  const personName = usePersonName();
  const list = useList();
  const { place, name, duties, roles, changedBy } = it;
  return (
    <li className="row">
      <div className="row-link" data-place={place}>
        <span className="row-first">
          <Text span fw={600}>
            {name[language]}
          </Text>
        </span>
        <span className="row-badges">
          {changedBy !== null && (
            <Badge variant="light" tt="none">
              {say('changed', { name: changedBy.name?.[language] ?? personName(changedBy.account) })}
            </Badge>
          )}
          {mayChange && changedBy !== null && <GoBack place={place} />}
          {mayChange && (
            <Button variant="default" size="compact-sm" onClick={change}>
              {say('change')}
            </Button>
          )}
        </span>
        <Text span size="sm" c="dimmed">
          {duties.length === 0 ? say('nobody') : list(duties.map((duty) => dutyText(duty, roles.length > 1)))}
        </Text>
      </div>
    </li>
  );
};

/** More than these one looks for by a name. */
const shownAtFirst = 12;

const namesOf = ({ place, name, duties }: Roster): readonly string[] => [
  place,
  name.en,
  name.zh,
  ...duties.flatMap((it) => [it.account, it.name?.en ?? '', it.name?.zh ?? '']),
];

type Listed = Readonly<{ items: readonly Roster[]; shifts: readonly Shift[] }>;

/** Whoever is bound to a part of the town changes none. */
const isTheirs = (session: Session): boolean =>
  hasRight('roster.change', session) && !session.area.includes('/');

const List = ({ items, shifts }: Listed) => {
  const say = useRosterTexts();
  const session = useSession();
  const mayChange = session !== null && session !== undefined && isTheirs(session);
  const [wanted, setWanted] = useState('');
  const [onlyChanged, setOnlyChanged] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const [changing, setChanging] = useState<Roster | null>(null);
  const text = wanted.trim().toLowerCase();
  const found = items.filter(
    (it) =>
      (!onlyChanged || it.changedBy !== null) &&
      namesOf(it).some((name) => name.toLowerCase().includes(text)),
  );
  const shown = isWhole ? found : found.slice(0, shownAtFirst);
  return (
    <>
      <TextInput
        aria-label={say('search')}
        placeholder={say('search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={wanted}
        onChange={({ currentTarget }) => setWanted(currentTarget.value)}
        maw={360}
        mb="sm"
      />
      <Checkbox
        label={say('onlyChanged')}
        checked={onlyChanged}
        onChange={({ currentTarget }) => setOnlyChanged(currentTarget.checked)}
      />
      <Text size="sm" c="dimmed" role="status" mt="sm">
        {say('shown', {
          count: found.length,
          changed: found.filter(({ changedBy }) => changedBy !== null).length,
        })}
      </Text>
      <ul className="plain rows">
        {shown.map((it) => (
          <Row key={it.place} it={it} mayChange={mayChange} change={() => setChanging(it)} />
        ))}
      </ul>
      {shown.length < found.length && (
        <Button variant="subtle" onClick={() => setWhole(true)}>
          {say('showMore', { count: found.length - shown.length })}
        </Button>
      )}
      {changing !== null && <ChangeRoster of={changing} shifts={shifts} close={() => setChanging(null)} />}
    </>
  );
};

export const RostersPart = () => {
  const say = useRosterTexts();
  const session = useSession();
  const mayList = session !== null && session !== undefined && hasRight('roster.list', session);
  const asked = useQuery({
    queryKey: ['rosters'],
    queryFn: () => answerOf(api.GET('/api/v1/rosters')),
    enabled: mayList,
  });
  if (!mayList) return null;
  return (
    <section className="rosters">
      <Title order={2} size="h4" mt="xl">
        {say('title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {say('hint')}
      </Text>
      <Asked of={asked}>{({ items, shifts }) => <List items={items} shifts={shifts} />}</Asked>
    </section>
  );
};
