/** How one's own case stands, in plain words, and what one can do about it now. */
import { Alert, Button, Card, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Schemas } from '../../api/client';
import { useLanguage } from '../../app/texts';
import { Due, Moment } from '../../parts/time';
import { Add } from './add';
import { Added } from './added';
import { AskAgain, Withdraw } from './end';
import { Rate } from './rate';
import { Steps } from './steps';
import { useTexts } from './texts';

type It = Schemas['MyCase'];
type Props = Readonly<{ it: It; number: string }>;

/** While an answer is owed one adds to it, or takes it back. */
const isOpen = (state: It['state']): boolean =>
  ['registered', 'offered', 'taken', 'with-arbiter', 'finished', 'verified'].includes(state);

const Part = ({ id, title, children }: Readonly<{ id: string; title: string; children: ReactNode }>) => (
  <Card withBorder component="section" aria-labelledby={id}>
    <Title order={2} size="h5" id={id} mb="xs">
      {title}
    </Title>
    {children}
  </Card>
);

const Standing = ({ it }: Readonly<{ it: It }>) => {
  const say = useTexts();
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="standing">
      <Title order={2} size="h4" id="standing" mb="sm">
        {it.stateText}
      </Title>
      {it.isAnsweredTogether && <Alert color="blue">{say('together')}</Alert>}
      <Steps state={it.state} />
      <dl className="facts">
        {(it.holder !== null || isOpen(it.state)) && (
          <>
            <dt>{say('holder')}</dt>
            <dd>{it.holder ?? say('nobody')}</dd>
          </>
        )}
        {it.promisedUntil !== null && (
          <>
            <dt>{say('until')}</dt>
            <dd>
              <Moment at={it.promisedUntil} /> <Due at={it.promisedUntil} />
            </dd>
          </>
        )}
        {it.reportedAt !== null && (
          <>
            <dt>{say('asked')}</dt>
            <dd>
              <Moment at={it.reportedAt} />
            </dd>
          </>
        )}
      </dl>
    </Card>
  );
};

const Answers = ({ answers }: Pick<It, 'answers'>) => {
  const say = useTexts();
  return (
    <Part id="answers" title={say('answers')}>
      {answers.length === 0 && <Text c="dimmed">{say('noAnswers')}</Text>}
      <Stack component="ul" className="plain" gap="sm">
        {answers.map(({ at, text }) => (
          <li key={`${at} ${text}`}>
            <Text className="told">{text}</Text>
            <Text size="sm" c="dimmed">
              <Moment at={at} />
            </Text>
          </li>
        ))}
      </Stack>
    </Part>
  );
};

const Letter = ({ letter }: Readonly<{ letter: NonNullable<It['letter']> }>) => {
  const say = useTexts();
  const language = useLanguage();
  return (
    <Part id="letter" title={say('letter')}>
      <Text className="told">{letter[language]}</Text>
      <Button
        mt="sm"
        size="md"
        variant="default"
        className="no-print"
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => print()}
      >
        {say('print')}
      </Button>
    </Part>
  );
};

export const MyCase = ({ it, number }: Props) => {
  const say = useTexts();
  return (
    <Stack gap="md">
      <Standing it={it} />
      {it.state === 'verified' && <Rate it={it} number={number} />}
      {it.letter !== null && <Letter letter={it.letter} />}
      <Answers answers={it.answers} />
      <Part id="own-words" title={say('words')}>
        <Text className="told">{it.words ?? say('erased')}</Text>
      </Part>
      <Added it={it} number={number} />
      {isOpen(it.state) && <Add number={number} />}
      {isOpen(it.state) && <Withdraw number={number} />}
      {['closed', 'declined', 'withdrawn'].includes(it.state) && <AskAgain number={number} />}
    </Stack>
  );
};
