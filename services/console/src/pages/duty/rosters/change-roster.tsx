/** Who is on duty in one place from now on: moved, added, taken off. */
import { Alert, Button, Checkbox, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, Refused, type Schemas } from '../../../api/client';
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
const useChange = (
  { roster, version }: Read,
  { close, readAnew }: Readonly<Pick<Props, 'close' | 'readAnew'>>,
) => {
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
  // What was begun on an older roster is refused as such, and not written over a newer one.
  const seen = draft.duties === null ? version : draft.version;
  const enter = (next: readonly Entered[]) => {
    command.reset();
    change({ duties: next, version: seen, ...(next.length > 0 ? { isEmptyMeant: false } : {}) });
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const sent = sentRoster((local) => momentOf(zone, local), duties);
    setLacksTime(sent === null);
    if (sent === null) return;
    command.mutate(
      { duties: sent, isEmptyMeant: draft.isEmptyMeant, version: seen },
      { onError: () => void readAnew() },
    );
  };
  const beginAnew = () => {
    clear();
    command.reset();
  };
  return {
    duties,
    enter,
    draft,
    change,
    command,
    send,
    lacksTime,
    isOutdated: seen !== version,
    beginAnew,
    roles: roster.roles,
  };
};

type Props = Readonly<{
  read: Read;
  shifts: readonly Shift[];
  close: () => void;
  readAnew: () => Promise<unknown>;
}>;

type Changing = ReturnType<typeof useChange>;

/** Everybody who is named, each to be moved, changed and taken off. */
const Duties = ({ of, shifts }: Readonly<{ of: Changing; shifts: Props['shifts'] }>) => {
  const { duties, enter, lacksTime } = of;
  const [focused, focus] = useState<string | null>(null);
  const { data: people = [] } = usePeople();
  const remove = (place: number) => {
    focus((duties[place + 1] ?? duties[place - 1])?.id ?? null);
    enter(duties.filter((_, at) => at !== place));
  };
  const moveUp = (place: number) => {
    focus(duties[place]?.id ?? null);
    enter(earlier(duties, place));
  };
  /** Whoever is new works in the hours of those who are there. */
  const add = (account: string) => {
    const role = people.find((it) => it.account === account)?.role;
    if (role === undefined) return;
    const added = newcomer(account, role, duties[0]?.shift ?? null);
    focus(added.id);
    enter([...duties, added]);
  };
  return (
    <>
      <Stack component="ul" className="plain" gap="sm">
        {duties.map((it, place) => (
          <DutyFields
            key={it.id}
            it={it}
            place={place}
            shifts={shifts}
            isFocused={focused === it.id}
            lacksTime={lacksTime}
            change={(some) => enter(duties.map((one, at) => (at === place ? { ...one, ...some } : one)))}
            moveUp={() => moveUp(place)}
            remove={() => remove(place)}
          />
        ))}
      </Stack>
      <Newcomer key={duties.length} of={of} add={add} />
    </>
  );
};

const Newcomer = ({
  of: { duties, roles },
  add,
}: Readonly<{ of: Changing; add: (account: string) => void }>) => {
  const say = useRosterTexts();
  const isMeant = ({ role, account }: Person) =>
    roles.includes(role) && !duties.some((it) => it.account === account && it.role === role);
  return <PersonChoice label={say('add')} value="" isMeant={isMeant} choose={add} isOptional />;
};

const isCode = (error: Error | null, code: string): boolean =>
  error instanceof Refused && error.code === code;

const Form = (props: Props) => {
  const say = useRosterTexts();
  const changing = useChange(props.read, props);
  const { duties, draft, change, command, send, isOutdated, beginAnew } = changing;
  const isEmpty = duties.length === 0 || draft.isEmptyMeant || isCode(command.error, 'nobody-on-roster');
  return (
    <form onSubmit={send}>
      <Stack>
        <Text role="status" size="sm">
          {duties.length === 0 ? say('isEmpty') : ''}
        </Text>
        <Duties of={changing} shifts={props.shifts} />
        {isEmpty && (
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
        {isOutdated && (
          <Alert color="yellow" role="alert">
            <Stack align="flex-start" gap="xs">
              {say('outdated')}
              <Button variant="default" onClick={beginAnew}>
                {say('beginAnew')}
              </Button>
            </Stack>
          </Alert>
        )}
        <Button type="submit" loading={command.isPending} disabled={draft.duties === null}>
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
      <Asked of={asked}>
        {(read) => <Form read={read} shifts={shifts} close={close} readAnew={asked.refetch} />}
      </Asked>
    </Dialog>
  );
};
