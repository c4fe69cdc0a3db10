/** Three questions with large buttons; once answered, what was said is shown in their place. */
import { Button, Card, Stack, Text, Textarea, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { answerOf, type Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import { Refusal } from '../../parts/refusal';
import { inOwnCase, useOwn } from '../../resident/own-case';
import { useKept } from '../../resident/use-kept';
import { useTexts } from './texts';

type Listed = Schemas['RatingListed'];
type Answers = Pick<Listed, 'response' | 'resolution' | 'satisfaction'>;
type Draft = Partial<Answers> & Readonly<{ words: string }>;
type Props = Readonly<{ it: Schemas['MyCase']; number: string }>;

const questions = [
  ['response', ['responded', 'not-responded']],
  ['resolution', ['solved', 'partly-solved', 'not-solved']],
  ['satisfaction', ['very-satisfied', 'satisfied', 'fairly-satisfied', 'dissatisfied', 'very-dissatisfied']],
] as const;

const wordsAtMost = 4_000;

const answersIn = ({ response, resolution, satisfaction }: Draft): Answers | null =>
  response === undefined || resolution === undefined || satisfaction === undefined
    ? null
    : { response, resolution, satisfaction };

const Given = ({ rating }: Readonly<{ rating: Answers }>) => {
  const say = useTexts();
  return (
    <Card withBorder component="section" aria-labelledby="rated">
      <Title order={2} size="h5" id="rated" mb="xs">
        {say('rated')}
      </Title>
      <dl className="facts">
        {questions.map(([name]) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>{say(rating[name])}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
};

type Choosing = Readonly<{ draft: Draft; set: (draft: Draft) => void }>;

const Questions = ({ draft, set }: Choosing) => {
  const say = useTexts();
  return questions.map(([name, choices]) => (
    <fieldset key={name} className="field-set">
      <legend>{say(name)}</legend>
      <div className="choices">
        {choices.map((choice) => (
          <label key={choice} className="choice">
            <input
              type="radio"
              name={name}
              value={choice}
              checked={draft[name] === choice}
              onChange={() => set({ ...draft, [name]: choice })}
            />
            <span>{say(choice)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  ));
};

const RatingForm = ({ number }: Pick<Props, 'number'>) => {
  const say = useTexts();
  const [draft, set, forget] = useKept<Draft>(`rate-${number}`, { words: '' });
  const [isTried, setTried] = useState(false);
  const answers = answersIn(draft);
  const rate = useCommand<Answers & { words?: string }, unknown>(
    (body, header) =>
      inOwnCase(number, async ({ client, caseId }) => ({
        data: await answerOf(
          client.POST('/api/v1/cases/{caseId}/ratings', { params: { path: { caseId }, header }, body }),
        ),
      })),
    { name: `rate-${number}`, done: forget },
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const words = draft.words.trim();
    if (answers !== null) rate.mutate({ ...answers, ...(words === '' ? {} : { words }) });
  };
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="rate" className="no-print">
      <Title order={2} size="h4" id="rate">
        {say('rate')}
      </Title>
      <Text c="dimmed" mb="sm">
        {say('rateHint')}
      </Text>
      <form onSubmit={send}>
        <Stack gap="md">
          <Questions draft={draft} set={set} />
          <Textarea
            size="md"
            label={say('rateWords')}
            value={draft.words}
            maxLength={wordsAtMost}
            autosize
            minRows={2}
            maxRows={8}
            onChange={({ currentTarget }) => set({ ...draft, words: currentTarget.value })}
          />
          {isTried && answers === null && (
            <Text c="red" role="alert">
              {say('rateMissing')}
            </Text>
          )}
          <Refusal error={rate.error} />
          <Button type="submit" size="lg" loading={rate.isPending}>
            {say('rateSend')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
};

export const Rate = ({ it, number }: Props) => {
  const asked = useOwn(['own-ratings'], number, ({ client, caseId }) =>
    client.GET('/api/v1/ratings', { params: { query: { caseId } } }),
  );
  if (asked.data === undefined) return null;
  const since = Date.parse(it.answers.at(-1)?.at ?? '');
  const given = asked.data.items.find(({ ratedAt }) => Date.parse(ratedAt) >= since);
  return given === undefined ? <RatingForm number={number} /> : <Given rating={given} />;
};
