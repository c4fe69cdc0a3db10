/** A day is published again: another place, other hours, more room. What somebody has booked stays as it is. */
import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { api, type Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import { useDraft } from '../../parts/draft';
import { Refusal } from '../../parts/refusal';
import { momentOf, useTownClock } from '../../parts/town-clock';
import type { Day } from './read';
import { useTexts } from './texts';

/** `slot`: the one that it is now; `null`: it is new. */
type Row = Readonly<{ slot: number | null; from: string; until: string; capacity: number }>;
type Form = Readonly<{ place: string; rows: readonly Row[] }>;

/** `booked`: how many come then, so that it begins when it did and has room for them. */
type RowNow = Row & Readonly<{ booked: number }>;

/** `2026-05-06T09:00:00+08:00` has the town's own hour in it. */
const hourOf = (at: string): string => at.slice(11, 16);

const formOf = ({ place, slots }: Day): Form => ({
  place,
  rows: slots.map(({ slot, from, until, capacity }) => ({
    slot,
    from: hourOf(from),
    until: hourOf(until),
    capacity,
  })),
});

/** Somebody may have booked since the row was begun. */
const rowNow = (row: Row, { slots }: Day): RowNow => {
  const slot = slots.find((it) => it.slot === row.slot);
  const booked = slot === undefined ? 0 : slot.capacity - slot.free;
  return { ...row, booked, from: slot !== undefined && booked > 0 ? hourOf(slot.from) : row.from };
};

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60) % 24, minutes % 60].map((it) => String(it).padStart(2, '0')).join(':');

/** As long as the last one, and after it. */
const nextRow = (rows: readonly Row[]): Row => {
  const last = rows.at(-1) ?? { from: '08:30', until: '09:00', capacity: 1 };
  const end = minutesOf(last.until);
  const until = timeOf(end + Math.max(1, end - minutesOf(last.from)));
  return { slot: null, from: last.until, until, capacity: last.capacity };
};

type RowProps = Readonly<{
  it: RowNow;
  nth: number;
  set: (part: Partial<Row>) => void;
  remove: () => void;
}>;

const SlotRow = ({ it, nth, set, remove }: RowProps) => {
  const say = useTexts();
  const time = (name: 'from' | 'until') => (
    <TextInput
      type="time"
      label={say(name === 'from' ? 'slotFrom' : 'slotUntil', { nth })}
      value={it[name]}
      onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
      disabled={name === 'from' && it.booked > 0}
      required
    />
  );
  return (
    <li>
      <div className="three">
        {time('from')}
        {time('until')}
        <NumberInput
          label={say('slotRoom', { nth })}
          value={it.capacity}
          min={Math.max(1, it.booked)}
          max={1_000}
          onChange={(value) => set({ capacity: Number(value) })}
          required
        />
      </div>
      <Group justify="space-between" mt={4}>
        <Text size="sm" c="dimmed">
          {it.booked > 0 && say('slotBooked', { count: it.booked })}
        </Text>
        {it.booked === 0 && (
          <Button variant="subtle" color="red" size="compact-sm" onClick={remove}>
            {say('slotAway', { nth })}
          </Button>
        )}
      </Group>
    </li>
  );
};

const useChange = (it: Day, close: () => void) => {
  const { zone } = useTownClock();
  // What was begun on a day as it was before is nothing that may be published over what it is now.
  const draftName = `change-day-${it.day}-${it.version}`;
  const { draft, change } = useDraft(draftName, formOf(it));
  const rows = draft.rows.map((row) => rowNow(row, it));
  const at = (time: string) => momentOf(zone, `${it.date}T${time}`) ?? '';
  const command = useCommand<void, Schemas['InterviewDayOfStaff']>(
    (_, header) =>
      api.POST('/api/v1/interview-days/{day}/changes', {
        params: { path: { day: it.day }, header },
        body: {
          place: draft.place.trim(),
          slots: rows.map(({ from, until, capacity }) => ({ from: at(from), until: at(until), capacity })),
        },
      }),
    { name: draftName, done: close },
  );
  return { place: draft.place, rows, change, command };
};

export const ChangeDay = ({ it, close }: Readonly<{ it: Day; close: () => void }>) => {
  const say = useTexts();
  const { place, rows, change, command } = useChange(it, close);
  const setRows = (after: readonly Row[]) => change({ rows: after });
  const put = (nth: number, by: readonly Row[]) =>
    setRows([...rows.slice(0, nth), ...by, ...rows.slice(nth + 1)]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    command.mutate();
  };
  return (
    <form onSubmit={send}>
      <Stack>
        <Text size="sm">{say('changeHint')}</Text>
        <TextInput
          label={say('place')}
          description={say('placeHint')}
          value={place}
          onChange={({ currentTarget }) => change({ place: currentTarget.value })}
          required
        />
        <ul className="plain parts">
          {rows.map((row, nth) => (
            <SlotRow
              key={nth}
              it={row}
              nth={nth + 1}
              set={(part) => put(nth, [{ ...row, ...part }])}
              remove={() => put(nth, [])}
            />
          ))}
        </ul>
        <Group>
          <Button variant="default" onClick={() => setRows([...rows, nextRow(rows)])}>
            {say('slotAdd')}
          </Button>
        </Group>
        <Refusal error={command.error} />
        <Button type="submit" disabled={rows.length === 0} loading={command.isPending}>
          {say('changeSend')}
        </Button>
      </Stack>
    </form>
  );
};
