/** Reports what somebody sees on their way: what, in words, where, with photos. */
import { Alert, Button, Checkbox, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { answerOf, api, type Schemas } from '../../api/client';
import type { Deed } from '../../offline/deeds';
import { type Drafting, useDraft } from '../../offline/use-draft';
import { useKept } from '../../offline/use-kept';
import { useDo, useOutbox } from '../../offline/use-outbox';
import { Asked } from '../../parts/asked';
import { Page } from '../../parts/page';
import { Photos } from '../../parts/photos';
import { PlaceOfReport, pointIn } from './place';
import { useTexts } from './texts';

type Item = Schemas['MenuItem'];

/** The menu is there without network, once it was read. */
const useMenu = () => useKept('menu', async () => (await answerOf(api.GET('/api/v1/menu'))).items);

type Fields = Readonly<Record<string, string>>;

/** `null`: something is missing. */
const deedOf = (fields: Fields): Deed | null => {
  const menuItem = fields['menuItem'] ?? '';
  const words = (fields['words'] ?? '').trim();
  const address = (fields['address'] ?? '').trim();
  const point = pointIn(fields);
  if (menuItem === '' || words === '' || (point === null && address === '')) return null;
  const place = { ...(point ?? {}), ...(address === '' ? {} : { address }) };
  const urgency = fields['isEmergency'] === 'yes' ? ({ urgency: 'emergency' } as const) : {};
  return { does: 'patrol', body: { menuItem, words, place, ...urgency } };
};

/** Most have reported nothing when they come. */
const EntryList = lazy(async () => ({ default: (await import('../../parts/entry-card')).EntryList }));

/** A list that floats is as large as the rest of the form, which is there before it. */
const ItemChoice = lazy(async () => ({ default: (await import('./item-choice')).ItemChoice }));

const What = ({
  draft,
  items,
  error,
}: Readonly<{ draft: Drafting; items: readonly Item[]; error: string | false }>) => {
  const say = useTexts();
  const common = {
    label: say('what'),
    placeholder: say('whatHint'),
    size: 'md',
    withAsterisk: true,
  } as const;
  return (
    <Suspense fallback={<TextInput {...common} readOnly />}>
      <ItemChoice
        {...common}
        items={items}
        nothingFoundMessage={say('nothing')}
        value={draft.fields['menuItem'] ?? ''}
        choose={(value) => draft.set('menuItem', value)}
        error={error}
      />
    </Suspense>
  );
};

const Form = ({ items }: Readonly<{ items: readonly Item[] }>) => {
  const say = useTexts();
  const act = useDo();
  const draft = useDraft('patrol');
  const [isChecked, setChecked] = useState(false);
  const [isDone, setDone] = useState(false);
  const { fields } = draft;
  const lacks = (name: string) => isChecked && (fields[name] ?? '').trim() === '';
  const deed = deedOf(fields);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (deed === null) return;
    await act({ caseId: null, number: null, deed, photos: draft.photos });
    draft.clear();
    setChecked(false);
    setDone(true);
    scrollTo({ top: 0 });
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack>
        {isDone && isUntouched(fields) && (
          <Alert role="status" color="town">
            {say('sent')}
          </Alert>
        )}
        <What draft={draft} items={items} error={lacks('menuItem') && say('whatNeeded')} />
        <Textarea
          label={say('words')}
          placeholder={say('wordsHint')}
          size="md"
          autosize
          minRows={3}
          maxRows={8}
          maxLength={20_000}
          withAsterisk
          value={fields['words'] ?? ''}
          onChange={({ currentTarget }) => draft.set('words', currentTarget.value)}
          error={lacks('words') && say('wordsNeeded')}
        />
        <Photos of={draft} />
        <PlaceOfReport
          draft={draft}
          isMissing={isChecked && pointIn(fields) === null && (fields['address'] ?? '').trim() === ''}
        />
        <Checkbox
          size="md"
          classNames={{ body: 'choice' }}
          label={say('urgent')}
          description={say('urgentHint')}
          checked={fields['isEmergency'] === 'yes'}
          onChange={({ currentTarget }) => draft.set('isEmergency', currentTarget.checked ? 'yes' : '')}
        />
        <div className="thumb-bar">
          <Button type="submit" size="lg" fullWidth disabled={!draft.isReady}>
            {say('send')}
          </Button>
        </div>
      </Stack>
    </form>
  );
};

const isUntouched = (fields: Fields): boolean => Object.values(fields).every((it) => it === '');

export const View = () => {
  const say = useTexts();
  const menu = useMenu();
  const reported = useOutbox().filter(({ deed }) => deed.does === 'patrol');
  return (
    <Page title={say('title')} hint={say('hint')} isNarrow>
      <div className="has-thumb-bar">
        <Asked of={menu}>{({ answer }) => <Form items={answer} />}</Asked>
        {reported.length > 0 && (
          <Stack component="section" mt="xl" gap="xs" aria-labelledby="reported">
            <Title order={2} size="h4" id="reported">
              {say('last')}
            </Title>
            <Suspense>
              <EntryList entries={[...reported].reverse()} />
            </Suspense>
          </Stack>
        )}
      </div>
    </Page>
  );
};
