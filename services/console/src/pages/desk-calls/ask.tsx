/** How the call ended and the three questions: a digit answers the one that is next, Enter records. */
import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import { useCodes } from '../../parts/codes';
import { Refusal } from '../../parts/refusal';
import { bodyOf, type Heard, nextOf, nothingHeard, type Question, questionsOf } from './answer';
import { useTexts } from './texts';

const familyOf = {
  outcome: 'callBack',
  response: 'response',
  resolution: 'resolution',
  satisfaction: 'satisfaction',
} as const satisfies Readonly<Record<Question, string>>;

type Props = Readonly<{
  question: Question;
  heard: Heard;
  isNext: boolean;
  choose: (question: Question, code: string) => void;
}>;

const Choices = ({ question, heard, isNext, choose }: Props) => {
  const say = useTexts();
  const { allOf } = useCodes();
  return (
    <fieldset className={isNext ? 'ask ask-next' : 'ask'}>
      <legend>{say(question)}</legend>
      <div className="ask-choices">
        {allOf(familyOf[question]).map(({ value, label }, nth) => (
          <Button
            key={value}
            variant={heard[question] === value ? 'filled' : 'default'}
            aria-pressed={heard[question] === value}
            onClick={() => choose(question, value)}
          >
            {isNext && <kbd className="key key-first">{nth + 1}</kbd>}
            {label}
          </Button>
        ))}
      </div>
    </fieldset>
  );
};

type Hearing = Readonly<{ heard: Heard; setHeard: (next: (before: Heard) => Heard) => void }>;

const Words = ({ heard, setHeard }: Hearing) => {
  const say = useTexts();
  return (
    <Textarea
      label={say('words')}
      description={say('optional')}
      value={heard.words}
      onChange={({ currentTarget }) => {
        const words = currentTarget.value;
        setHeard((before) => ({ ...before, words }));
      }}
      autosize
      minRows={2}
    />
  );
};

const digits = ['1', '2', '3', '4', '5'] as const;

export const Ask = ({ caseId, onDone }: Readonly<{ caseId: string; onDone: () => void }>) => {
  const say = useTexts();
  const { allOf, wordOf } = useCodes();
  const [heard, setHeard] = useState<Heard>(nothingHeard);
  const next = nextOf(heard);
  const body = bodyOf(heard);
  const record = useCommand<NonNullable<typeof body>, Schemas['Feedback']>(
    (it, header) =>
      api.POST('/api/v1/cases/{caseId}/call-backs', { params: { path: { caseId }, header }, body: it }),
    { done: onDone },
  );
  const choose = (question: Question, code: string) =>
    setHeard((before) => ({ ...before, [question]: code }));
  const send = () => {
    if (body !== null && !record.isPending) record.mutate(body);
  };
  /** On a link or a button Enter is theirs. */
  const sendByEnter = () => {
    if (document.activeElement?.closest('a, button') === null) send();
  };
  const byDigit = (nth: number) => () => {
    if (next === null) return;
    const codes: readonly { value: string }[] = allOf(familyOf[next]);
    const code = codes[nth]?.value;
    if (code !== undefined) choose(next, code);
  };
  useHotkeys([
    ...digits.map((digit, nth): [string, () => void] => [digit, byDigit(nth)]),
    ['Enter', sendByEnter, { preventDefault: false }],
    ['mod+Enter', send],
    ['Backspace', () => setHeard(nothingHeard)],
  ]);
  return (
    <Stack>
      {questionsOf(heard).map((question) => (
        <Choices
          key={question}
          question={question}
          heard={heard}
          isNext={next === question}
          choose={choose}
        />
      ))}
      {heard.outcome === 'reached' && <Words heard={heard} setHeard={setHeard} />}
      <Refusal error={record.error} />
      <div className="form-end">
        <Button size="md" disabled={body === null} loading={record.isPending} onClick={send}>
          {say('record', {
            outcome: heard.outcome === null ? '…' : wordOf('callBack', heard.outcome),
          })}
        </Button>
        <Text size="xs" c="dimmed" className="of-keys">
          {say('keys')}
        </Text>
      </div>
    </Stack>
  );
};
