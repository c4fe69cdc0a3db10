/** Who is on duty in one place from now on: moved, added, taken off. */
import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, type Schemas } from '../../../api/client';
import { useCommand } from '../../../api/command';
import { useLanguage } from '../../../app/texts';
import { Asked } from '../../../parts/asked';
import { useDraft } from '../../../parts/draft';
import { type Person, usePeople } from '../../../parts/people';
import { PersonChoice } from '../../../parts/person-choice';
import { Refusal } from '../../../parts/refusal';
import { momentOf, useTownClock } from '../../../parts/town-clock';
import { Dialog } from '../../../resident/dialog';
import { DutyFields } from './duty-fields';
import { earlier, type Entered, enteredOf, newcomer, sentRoster, type Shift } from './entered';
import { useRosterTexts } from './texts';

type Roster = Schemas['Roster'];

/** `version`: of what was read, so that nobody's change is written over. */
type Read = Readonly<{ roster: Roster; version: string | null }>;

/** As it is at this moment, and not as the list had it. */
const useRoster = (place: string) =>
  useQuery({
    queryKey: ['roster', place],
    queryFn: async (): Promise<Read> => {
      const params = { path: { place } };
      const { data, response } = await api.GET('/api/v1/rosters/{place}', { params });
      return { roster: data as Roster, version: response.headers.get('etag') }; // a refusal is thrown
    },
    gcTime: 0,
    staleTime: Infinity,
  });

type Draft = Readonly<{ duties: readonly Entered[] | null; version: string | null; isEmptyMeant: boolean }>;

const untouched: Draft = { duties: null, version: null, isEmptyMeant: false };

type Sent = Readonly<{
  duties: NonNullable<ReturnType<typeof sentRoster>>;
  isEmptyMeant: boolean;
  version: string | null;
}>;

/** What is entered, and what becomes of it. */
const useChange = ({ roster, version }: Read, close: () => void) => {
  const name = `roster-${roster.place}`;
  const { draft, change, clear } = useDraft<Draft>(name, untouched);
  const { zone } = useTownClock();
  const [lacksTime, setLacksTime] = useState(false);
  const command = useCommand<Sent, unknown>(
    ({ version: seen, ...body }, header) =>
      api.PUT('/api/v1/rosters/{place}', {
        params: {
          path: { place: roster.place },
          header: { ...header, ...(seen === null ? {} : { 'if-match': seen }) },
        },
        body,
      }),
    {
      name,
      done: () => {
        clear();
        close();
      },
    },
  );
  const duties = draft.duties ?? roster.duties.map(enteredOf);
  const enter = (next: readonly Entered[]) => {
    command.reset();
    // What was begun on an older roster is refused as such, and not written over a newer one.
    change({ duties: next, version: draft.duties === null ? version : draft.version });
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const sent = sentRoster((local) => momentOf(zone, local), duties);
    setLacksTime(sent === null);
    if (sent === null) return;
    const seen = draft.duties === null ? version : draft.version;
    command.mutate({ duties: sent, isEmptyMeant: draft.isEmptyMeant, version: seen });
  };
  return { duties, enter, draft, change, command, send, lacksTime };
};

type Props = Readonly<{ read: Read; shifts: readonly Shift[]; close: () => void }>;

const Form = ({ read, shifts, close }: Props) => {
  const say = useRosterTexts();
  const { roles } = read.roster;
  const { duties, enter, draft, change, command, send, lacksTime } = useChange(read, close);
  const isMeant = ({ role, account }: Person) =>
    roles.includes(role) && !duties.some((it) => it.account === account && it.role === role);
  const { data: people = [] } = usePeople();
  /** Whoever is new works in the hours of those who are there. */
  const add = (account: string) => {
    const role = people.find((it) => it.account === account)?.role;
    if (role !== undefined) enter([...duties, newcomer(account, role, duties[0]?.shift ?? null)]);
  };
  return (
    <form onSubmit={send}>
      <Stack>
        {duties.length === 0 && <Text>{say('isEmpty')}</Text>}
        <Stack component="ul" className="plain" gap="sm">
          {duties.map((it, place) => (
            <DutyFields
              key={`${it.account} ${it.role} ${it.was.from ?? ''} ${it.shift ?? ''}`}
              it={it}
              shifts={shifts}
              isFirst={place === 0}
              lacksTime={lacksTime}
              change={(some) => enter(duties.map((one, at) => (at === place ? { ...one, ...some } : one)))}
              moveUp={() => enter(earlier(duties, place))}
              remove={() => enter(duties.filter((_, at) => at !== place))}
            />
          ))}
        </Stack>
        <PersonChoice
          key={duties.length}
          label={say('add')}
          value=""
          isMeant={isMeant}
          choose={add}
          isOptional
        />
        {duties.length === 0 && (
          <Checkbox
            label={say('emptyMeant')}
            description={say('emptyHint')}
            checked={draft.isEmptyMeant}
            onChange={({ currentTarget }) => change({ isEmptyMeant: currentTarget.checked })}
          />
        )}
        <Text size="sm" c="dimmed">
          {say('whatHappens')}
        </Text>
        <Refusal error={command.error} />
        <Button type="submit" loading={command.isPending}>
          {say('save')}
        </Button>
      </Stack>
    </form>
  );
};

type ChangeProps = Readonly<{ of: Roster; shifts: readonly Shift[]; close: () => void }>;

export const ChangeRoster = ({ of: { place, name }, shifts, close }: ChangeProps) => {
  const say = useRosterTexts();
  const language = useLanguage();
  const asked = useRoster(place);
  return (
    <Dialog isOpen close={close} title={say('changeOf', { place: name[language] })} isFirm>
      <Asked of={asked}>{(read) => <Form read={read} shifts={shifts} close={close} />}</Asked>
    </Dialog>
  );
};
