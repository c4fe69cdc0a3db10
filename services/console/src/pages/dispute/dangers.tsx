/** What may turn into harm: reported by whoever hears of it, taken up by whoever leads the area. */
import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { useCommand } from '../../api/command';
import { textsOf } from '../../app/texts';
import { Fold } from '../../parts/fold';
import { Refusal } from '../../parts/refusal';
import { Moment } from '../../parts/time';
import { type Dispute, useHere } from './here';
import { TextForm } from './text-form';

const useTexts = textsOf('dispute-dangers', {
  en: {
    title: 'Dangers',
    none: 'None reported.',
    report: 'Report a danger',
    what: 'What may happen',
    send: 'Tell the secretary at once',
    reported: 'Reported',
    taken: 'taken up',
    open: 'nobody has taken it up',
    take: 'I have seen to it',
  },
  zh: {
    title: '激化风险',
    none: '没有上报。',
    report: '上报激化风险',
    what: '可能发生什么',
    send: '立即报告书记',
    reported: '上报于',
    taken: '已处置',
    open: '尚未处置',
    take: '我已处置',
  },
});

type Danger = Dispute['dangers'][number];

const Report = ({ close }: Readonly<{ close: () => void }>) => {
  const say = useTexts();
  const { it } = useHere();
  const command = useCommand<string, Dispute>(
    (text, header) =>
      api.POST('/api/v1/disputes/{dispute}/dangers', {
        params: { path: { dispute: it.disputeId }, header },
        body: { text },
      }),
    { name: `${it.disputeId}-danger`, done: close },
  );
  return (
    <TextForm
      label={say('what')}
      send={say('send')}
      draft={`${it.disputeId}-danger`}
      command={command}
      onSend={(text, done) => command.mutate(text, { onSuccess: done })}
    />
  );
};

const useDangerWords = () => {
  const { it, may } = useHere();
  const { data } = useQuery({
    queryKey: ['dangers', it.disputeId, it.dangers.length],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/disputes/{dispute}/dangers', { params: { path: { dispute: it.disputeId } } }),
      ),
    enabled: it.dangers.length > 0 && may('danger.words'),
    staleTime: 'static',
  });
  return (danger: number) => data?.items.find((one) => one.danger === danger)?.text ?? null;
};

const OneDanger = ({ danger, words }: Readonly<{ danger: Danger; words: string | null }>) => {
  const say = useTexts();
  const { it, may } = useHere();
  const take = useCommand<void, Dispute>((_, header) =>
    api.POST('/api/v1/disputes/{dispute}/danger-acknowledgements', {
      params: { path: { dispute: it.disputeId }, header },
      body: { danger: danger.danger },
    }),
  );
  const isOpen = danger.acknowledgedAt === null;
  return (
    <li>
      {words !== null && <Text className="told">{words}</Text>}
      <Text size="sm" c="dimmed">
        {say('reported')} <Moment at={danger.at} /> ·{' '}
        <span className={isOpen ? 'is-late' : 'is-calm'}>{say(isOpen ? 'open' : 'taken')}</span>
      </Text>
      <Refusal error={take.error} />
      {isOpen && may('danger.acknowledge') && (
        <Button mt={4} loading={take.isPending} onClick={() => take.mutate()}>
          {say('take')}
        </Button>
      )}
    </li>
  );
};

export const Dangers = () => {
  const say = useTexts();
  const { it, may, isOver } = useHere();
  const wordsOf = useDangerWords();
  return (
    <Card withBorder component="section" aria-labelledby="dangers">
      <Title order={2} size="h4" mb="xs" id="dangers">
        {say('title')}
      </Title>
      <Stack gap="xs">
        {it.dangers.length === 0 && <Text c="dimmed">{say('none')}</Text>}
        <ul className="plain parts">
          {it.dangers.map((danger) => (
            <OneDanger key={danger.danger} danger={danger} words={wordsOf(danger.danger)} />
          ))}
        </ul>
        {may('danger.report') && !isOver && (
          <Fold label={say('report')}>{(close) => <Report close={close} />}</Fold>
        )}
      </Stack>
    </Card>
  );
};
