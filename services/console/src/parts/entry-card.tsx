/** One thing that was done, on its way to the town: what it is, where it is, and what one can do where it was refused. */
import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Entry } from '../offline/database';
import { madeInTown, throwAway, tryAgain } from '../offline/outbox';
import { putDraft } from '../offline/use-draft';
import { useSendNow } from '../offline/use-outbox';
import { Added } from './added';
import { useDeedTexts } from './deed-texts';
import { useEntryTexts } from './entry-texts';
import { Fold } from './fold';
import { Sheet } from './sheet';
import { useTimeOfDay } from './time-of-day';

const looks = {
  waiting: { variant: 'default' },
  behind: { variant: 'default' },
  refused: { variant: 'filled', color: 'red.9' },
  sent: { variant: 'light', color: 'town' },
} as const;

/** What was written goes back into its form. */
const formOf = ({ deed, lane }: Entry): string | null => {
  if (deed.does === 'progress' || deed.does === 'finish') return `${lane}/${deed.does}`;
  return deed.does === 'patrol' ? 'patrol' : null;
};

const fieldsOf = ({ deed }: Entry): Readonly<Record<string, string>> => {
  if (deed.does === 'patrol') {
    const { menuItem, words, place } = deed.body;
    const point = place?.lat === undefined ? {} : { lat: String(place.lat), lon: String(place.lon) };
    return { menuItem, words, address: place?.address ?? '', ...point };
  }
  if (deed.does === 'progress') return { words: deed.body.words ?? '' };
  return deed.does === 'finish' ? { words: deed.body.words ?? '', result: deed.body.result } : {};
};

const WhatToDo = ({ entry, isHere }: Readonly<{ entry: Entry; isHere: boolean }>) => {
  const say = useEntryTexts();
  const deeds = useDeedTexts();
  const sendNow = useSendNow();
  const [, go] = useLocation();
  const [isLeaving, setLeaving] = useState(false);
  const form = formOf(entry);
  // A case that is registered is not written anew.
  const mayChange = form !== null && !(entry.deed.does === 'patrol' && entry.caseId !== null);
  const change = async () => {
    if (form === null) return;
    await putDraft(entry.account, form, { fields: fieldsOf(entry), photos: entry.photos });
    await throwAway(entry.id);
    if (entry.deed.does === 'patrol') return go('/patrol');
    go(`/work/${entry.caseId ?? ''}?form=${entry.deed.does}`);
  };
  return (
    <>
      <Group gap="xs">
        <Button variant="light" onClick={() => void tryAgain(entry.id).then(sendNow)}>
          {say('again')}
        </Button>
        {mayChange && (
          <Button variant="default" onClick={() => void change()}>
            {say('change')}
          </Button>
        )}
        {!isHere && entry.caseId !== null && (
          <Button variant="default" component={Link} href={`/work/${entry.caseId}`}>
            {say('look')}
          </Button>
        )}
        <Button variant="default" onClick={() => setLeaving(true)}>
          {say('away')}
        </Button>
      </Group>
      <Sheet title={say('away')} isOpen={isLeaving} close={() => setLeaving(false)}>
        <Stack>
          <Text>{say('awaySure', { what: deeds(entry.deed.does) })}</Text>
          <Button color="red.9" size="lg" onClick={() => void throwAway(entry.id).then(sendNow)}>
            {say('away')}
          </Button>
          <Button variant="default" size="lg" onClick={() => setLeaving(false)}>
            {say('keep')}
          </Button>
        </Stack>
      </Sheet>
    </>
  );
};

type Props = Readonly<{
  entry: Entry;
  /** Something of the same case was refused, and this comes after it. */
  isBehind: boolean;
  /** It is shown on the page of its own case. */
  isHere?: boolean;
}>;

const Why = ({ entry: { deed, refusal, number, caseId } }: Readonly<{ entry: Entry }>) => {
  const say = useEntryTexts();
  if (refusal === null) return null;
  return (
    <div role="alert">
      {deed.does === 'patrol' && caseId !== null && (
        <Text>{say('photosLeft', { number: number ?? '' })}</Text>
      )}
      <Text className="told is-late">{refusal.sentence}</Text>
      <Text size="xs" c="dimmed">
        {say('code', { code: refusal.code })}
      </Text>
    </div>
  );
};

const wordsOf = ({ deed }: Entry): string =>
  'body' in deed && 'words' in deed.body ? (deed.body.words ?? '') : '';

const EntryCard = ({ entry, isBehind, isHere = false }: Props) => {
  const say = useEntryTexts();
  const deeds = useDeedTexts();
  const timeOfDay = useTimeOfDay();
  const { deed, state, number, photos } = entry;
  const shown = state === 'waiting' && isBehind ? 'behind' : state;
  const words = wordsOf(entry);
  return (
    <Card withBorder component="li" padding="sm" className={state === 'refused' ? 'is-refused' : ''}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text fw={600}>{deeds(deed.does)}</Text>
          <Badge {...looks[shown]} tt="none" size="lg">
            {say(shown)}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {number === null ? say('newCase') : say('case', { number })} ·{' '}
          {say('done', { at: timeOfDay(madeInTown(entry)) })}
          {photos.length > 0 && ` · ${say('withPhotos', { count: photos.length })}`}
        </Text>
        {words !== '' && <Text className="told">{words}</Text>}
        {deed.does === 'patrol' && state === 'sent' && entry.caseId !== null && (
          <Fold label={say('photosSent')}>
            {() => <Added caseId={entry.caseId ?? ''} purpose="answering" />}
          </Fold>
        )}
        {state === 'refused' && <Why entry={entry} />}
        {state === 'refused' && <WhatToDo entry={entry} isHere={isHere} />}
      </Stack>
    </Card>
  );
};

/** All of these, in their order. */
export const EntryList = ({
  entries,
  isHere = false,
}: Readonly<{ entries: readonly Entry[]; isHere?: boolean }>) => {
  const isBehind = ({ id, lane }: Entry) =>
    entries.some((other) => other.lane === lane && other.id < id && other.state === 'refused');
  return (
    <Stack component="ul" className="plain" gap="xs">
      {entries.map((entry) => (
        <EntryCard key={entry.id} entry={entry} isBehind={isBehind(entry)} isHere={isHere} />
      ))}
    </Stack>
  );
};
