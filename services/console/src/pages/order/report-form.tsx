/** Says how it stands, or that it is finished, with photos. What was begun is there after a reload. */
import { Button, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Schemas } from '../../api/client';
import { type Drafting, useDraft } from '../../offline/use-draft';
import { useDo } from '../../offline/use-outbox';
import { useDeedTexts } from '../../parts/deed-texts';
import { Photos } from '../../parts/photos';
import { useTexts } from './texts';

type Order = Pick<Schemas['Order'], 'caseId' | 'number' | 'finishNeeds'>;
type Props = Readonly<{ order: Order; done: () => void }>;

const Says = ({
  draft,
  label,
  isNeeded,
  error,
}: Readonly<{
  draft: Drafting;
  label: string;
  isNeeded: boolean;
  error: string | null;
}>) => (
  <Textarea
    label={label}
    autosize
    minRows={3}
    maxRows={8}
    size="md"
    maxLength={20_000}
    value={draft.fields['words'] ?? ''}
    onChange={({ currentTarget }) => draft.set('words', currentTarget.value)}
    withAsterisk={isNeeded}
    error={error}
  />
);

const spoken = (draft: Drafting): Readonly<{ words?: string }> => {
  const words = (draft.fields['words'] ?? '').trim();
  return words === '' ? {} : { words };
};

export const ProgressForm = ({ order: { caseId, number }, done }: Props) => {
  const say = useTexts();
  const act = useDo();
  const draft = useDraft(`${caseId}/progress`);
  const [isChecked, setChecked] = useState(false);
  const isEmpty = spoken(draft).words === undefined && draft.photos.length === 0;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isEmpty) return;
    await act({ caseId, number, deed: { does: 'progress', body: spoken(draft) }, photos: draft.photos });
    draft.clear();
    done();
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack>
        <Says
          draft={draft}
          label={say('says')}
          isNeeded={false}
          error={isChecked && isEmpty ? say('saysOrPhoto') : null}
        />
        <Photos of={draft} />
        <Button type="submit" size="lg" disabled={!draft.isReady}>
          {say('send')}
        </Button>
      </Stack>
    </form>
  );
};

const results = ['solved', 'explained'] as const;

export const FinishForm = ({ order: { caseId, number, finishNeeds }, done }: Props) => {
  const say = useTexts();
  const deeds = useDeedTexts();
  const act = useDo();
  const draft = useDraft(`${caseId}/finish`);
  const [isChecked, setChecked] = useState(false);
  const result = results.find((it) => it === draft.fields['result']) ?? 'solved';
  const lacksWords = finishNeeds.words && spoken(draft).words === undefined;
  const lacksPhoto = finishNeeds.photo && draft.photos.length === 0;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (lacksWords || lacksPhoto) return;
    const body = { result, ...spoken(draft) };
    await act({ caseId, number, deed: { does: 'finish', body }, photos: draft.photos });
    draft.clear();
    done();
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Stack>
        <div>
          <Text fw={500} size="sm" mb={4} id="how-it-ended">
            {say('result')}
          </Text>
          <SegmentedControl
            fullWidth
            size="lg"
            aria-labelledby="how-it-ended"
            data={results.map((value) => ({ value, label: deeds(value) }))}
            value={result}
            onChange={(value) => draft.set('result', value)}
          />
        </div>
        <Says
          draft={draft}
          label={say('says')}
          isNeeded={finishNeeds.words}
          error={isChecked && lacksWords ? say('saysNeeded') : null}
        />
        <Photos of={draft} isNeeded={finishNeeds.photo} isMissing={isChecked && lacksPhoto} />
        <Text size="sm" c="dimmed">
          {say('finishHint')}
        </Text>
        <Button type="submit" size="lg" disabled={!draft.isReady}>
          {say('finish')}
        </Button>
      </Stack>
    </form>
  );
};
