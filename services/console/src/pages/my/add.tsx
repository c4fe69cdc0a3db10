/** Words and photos for whoever sees to it; what was typed stays until the town has it. */
import { Button, Card, Stack, Text, Textarea, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { answerOf } from '../../api/client';
import { useCommand } from '../../api/command';
import { useShellTexts } from '../../app/shell-texts';
import { Refusal } from '../../parts/refusal';
import { tell } from '../../parts/tell';
import { inOwnCase } from '../../resident/own-case';
import { Photos } from '../../resident/photos';
import { type Photo, sendPhotos } from '../../resident/send-photos';
import { useKept } from '../../resident/use-kept';
import { useTexts } from './texts';

type Draft = Readonly<{ words: string; photos: readonly Photo[] }>;
type Progress = Readonly<{ nth: number; all: number }> | null;

const wordsAtMost = 20_000;

const useAdding = (number: string) => {
  const say = useTexts();
  const shell = useShellTexts();
  const [draft, set, forget] = useKept<Draft>(`add-${number}`, { words: '', photos: [] });
  const [progress, told] = useState<Progress>(null);
  const command = useCommand<Draft, unknown>(
    ({ words, photos }, header) =>
      inOwnCase(number, async ({ client, caseId }) => {
        const ids = await sendPhotos(client, photos, (sent) => told({ nth: sent + 1, all: photos.length }));
        told(null);
        const body = {
          ...(words.trim() === '' ? {} : { words: words.trim() }),
          ...(ids.length === 0 ? {} : { photoIds: ids }),
        };
        const params = { path: { caseId }, header };
        return { data: await answerOf(client.POST('/api/v1/cases/{caseId}/additions', { params, body })) };
      }),
    {
      name: `add-${number}`,
      done: () => {
        forget();
        tell(say('addDone'), { close: shell('close') });
      },
    },
  );
  return { draft, set, progress, command };
};

export const Add = ({ number }: Readonly<{ number: string }>) => {
  const say = useTexts();
  const { draft, set, progress, command } = useAdding(number);
  const [isTried, setTried] = useState(false);
  const isEmpty = draft.words.trim() === '' && draft.photos.length === 0;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(isEmpty);
    if (!isEmpty) command.mutate(draft);
  };
  return (
    <Card withBorder component="section" aria-labelledby="add" className="no-print">
      <Title order={2} size="h5" id="add" mb="xs">
        {say('add')}
      </Title>
      <form onSubmit={send} noValidate>
        <Stack gap="sm">
          <Textarea
            size="md"
            label={say('addWords')}
            description={say('addHint')}
            value={draft.words}
            maxLength={wordsAtMost}
            autosize
            minRows={2}
            maxRows={10}
            onChange={({ currentTarget }) => set({ ...draft, words: currentTarget.value })}
            error={isTried && isEmpty && say('addMissing')}
          />
          <Photos photos={draft.photos} set={(photos) => set({ ...draft, photos })} />
          <Refusal error={command.error} />
          <Button type="submit" size="md" loading={command.isPending}>
            {say('addSend')}
          </Button>
          {command.isPending && progress !== null && (
            <Text size="sm" role="status">
              {say('addSending', progress)}
            </Text>
          )}
        </Stack>
      </form>
    </Card>
  );
};
