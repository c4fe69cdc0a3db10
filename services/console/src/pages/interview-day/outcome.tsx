/** How an interview ended; what was promised has an owner and a day, or is marked before it is sent. */
import { Button, Fieldset, Group, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client';
import { useCommand } from '../../api/command';
import { useDraft } from '../../parts/draft';
import { mayKeepPromises } from '../../parts/people';
import { PersonChoice } from '../../parts/person-choice';
import { Refusal } from '../../parts/refusal';
import { momentOf, useTownClock } from '../../parts/town-clock';
import type { Booking } from './read';
import { useTexts } from './texts';

type PromiseDraft = Readonly<{ text: string; owner: string; day: string; publicText: string }>;
const outcomes = ['decided', 'promised', 'advised', 'not-there'] as const;
type Outcome = (typeof outcomes)[number];
type Draft = Readonly<{ outcome: Outcome; words: string; promises: readonly PromiseDraft[] }>;

const noPromise: PromiseDraft = { text: '', owner: '', day: '', publicText: '' };
const first: Draft = { outcome: 'decided', words: '', promises: [noPromise] };

const isSound = ({ outcome, promises }: Draft): boolean =>
  outcome !== 'promised' ||
  promises.every(({ text, owner, day }) => [text, owner, day].every((it) => it.trim() !== ''));

const bodyOf = (zone: string, { outcome, words, promises }: Draft) => ({
  outcome,
  ...(words.trim() === '' ? {} : { words: words.trim() }),
  promises:
    outcome === 'promised'
      ? promises.map(({ text, owner, day, publicText }) => ({
          ...{ text: text.trim(), owner: owner.trim(), dueAt: momentOf(zone, `${day}T23:59`) ?? '' },
          ...(publicText.trim() === '' ? {} : { publicText: publicText.trim() }),
        }))
      : [],
});

type FieldsProps = Readonly<{
  it: PromiseDraft;
  nth: number;
  isMarked: boolean;
  set: (it: PromiseDraft) => void;
  remove: (() => void) | null;
}>;

const PromiseFields = ({ it, nth, isMarked, set, remove }: FieldsProps) => {
  const say = useTexts();
  const { today } = useTownClock();
  const missing = (name: 'text' | 'owner' | 'day') => isMarked && it[name].trim() === '' && say('needed');
  return (
    <Fieldset legend={say('promise', { nth: nth + 1 })}>
      <Stack gap="sm">
        <Textarea
          label={say('text')}
          value={it.text}
          onChange={({ currentTarget }) => set({ ...it, text: currentTarget.value })}
          error={missing('text')}
          autosize
          minRows={2}
          withAsterisk
        />
        <div className="two">
          <PersonChoice
            label={say('owner')}
            value={it.owner}
            choose={(owner) => set({ ...it, owner })}
            isMeant={mayKeepPromises}
            error={missing('owner')}
          />
          <TextInput
            type="date"
            label={say('due')}
            min={today}
            value={it.day}
            onChange={({ currentTarget }) => set({ ...it, day: currentTarget.value })}
            error={missing('day')}
            withAsterisk
          />
        </div>
        <TextInput
          label={say('publicText')}
          value={it.publicText}
          onChange={({ currentTarget }) => set({ ...it, publicText: currentTarget.value })}
        />
        {remove !== null && (
          <Group justify="flex-end">
            <Button variant="subtle" color="red" size="compact-sm" onClick={remove}>
              {say('remove')}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
};

type PromisesProps = Readonly<{
  all: readonly PromiseDraft[];
  isMarked: boolean;
  change: (all: readonly PromiseDraft[]) => void;
}>;

const Promises = ({ all, isMarked, change }: PromisesProps) => {
  const say = useTexts();
  const replace = (nth: number, by: readonly PromiseDraft[]) =>
    change([...all.slice(0, nth), ...by, ...all.slice(nth + 1)]);
  return (
    <>
      {all.map((it, nth) => (
        <PromiseFields
          key={nth}
          it={it}
          nth={nth}
          isMarked={isMarked}
          set={(next) => replace(nth, [next])}
          remove={all.length > 1 ? () => replace(nth, []) : null}
        />
      ))}
      <Button variant="default" onClick={() => change([...all, noPromise])}>
        {say('addPromise')}
      </Button>
    </>
  );
};

export const Outcome = ({ booking, close }: Readonly<{ booking: Booking; close: () => void }>) => {
  const say = useTexts();
  const { zone } = useTownClock();
  const draftName = `interview-${booking.booking}`;
  const { draft, change, clear } = useDraft(draftName, first);
  const [isMarked, setMarked] = useState(false);
  const { day, booking: id } = booking;
  const command = useCommand<Draft, Booking>(
    (wanted, header) =>
      api.POST('/api/v1/interview-days/{day}/bookings/{booking}/outcome', {
        params: { path: { day, booking: id }, header },
        body: bodyOf(zone, wanted),
      }),
    {
      name: draftName,
      done: () => {
        clear();
        close();
      },
    },
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    setMarked(true);
    if (isSound(draft)) command.mutate(draft);
  };
  const own = outcomes.filter((it) => (it === 'not-there') !== (booking.state === 'here'));
  const outcome = own.includes(draft.outcome) ? draft.outcome : (own[0] ?? draft.outcome);
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <SegmentedControl
          aria-label={say('ended')}
          data={own.map((value) => ({ value, label: say(value) }))}
          value={outcome}
          onChange={(value) => change({ outcome: value as Outcome })} // one of the choices
          className="wraps"
        />
        <Textarea
          label={say('words')}
          value={draft.words}
          onChange={({ currentTarget }) => change({ words: currentTarget.value })}
          autosize
          minRows={3}
        />
        {outcome === 'promised' && (
          <Promises all={draft.promises} isMarked={isMarked} change={(promises) => change({ promises })} />
        )}
        <Refusal error={command.error} />
        <Button type="submit" loading={command.isPending} onClick={() => change({ outcome })}>
          {say('record')}
        </Button>
      </Stack>
    </form>
  );
};
