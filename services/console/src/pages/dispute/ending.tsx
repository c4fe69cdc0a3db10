/** A dispute goes on for longer, ends without an agreement or in another way, or begins anew. */
import { Button, Card, Checkbox, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client';
import { useCommand } from '../../api/command';
import { ConfirmButton } from '../../parts/confirm';
import { useDisputeWords } from '../../parts/dispute-words';
import { Fold } from '../../parts/fold';
import { useLabelled, useList } from '../../parts/labelled';
import { Refusal } from '../../parts/refusal';
import { dayAfter, momentOf, useTownClock } from '../../parts/town-clock';
import { useEndingTexts } from './ending-texts';
import { type Dispute, useHere } from './here';

const outcomes = ['no-agreement', 'agreed-not-performed', 'withdrawn', 'passed-on', 'joined'] as const;
type Outcome = (typeof outcomes)[number];
const ways = ['court', 'arbitration', 'administrative-decision', 'police', 'petition'] as const;
type Way = (typeof ways)[number];

/** After these, parties are told what else is open to them. */
const needsWays = (outcome: Outcome): boolean => outcome !== 'withdrawn' && outcome !== 'joined';

/** What has effect ends only by being kept, or by not being kept. */
const outcomesOf = ({ state }: Dispute): readonly Outcome[] =>
  state === 'to-perform' ? ['agreed-not-performed'] : outcomes.filter((it) => it !== 'agreed-not-performed');

const End = () => {
  const say = useEndingTexts();
  const words = useDisputeWords();
  const { it } = useHere();
  const own = outcomesOf(it);
  const [outcome, setOutcome] = useState<Outcome>(own[0] ?? 'no-agreement');
  const [otherWays, setWays] = useState<string[]>(['court']);
  const [into, setInto] = useState('');
  const command = useCommand<void, Dispute>((_, header) =>
    api.POST('/api/v1/disputes/{dispute}/end', {
      params: { path: { dispute: it.disputeId }, header },
      body: {
        outcome,
        otherWays: needsWays(outcome) ? ways.filter((way): way is Way => otherWays.includes(way)) : [],
        ...(outcome === 'joined' ? { into: into.trim() } : {}),
      },
    }),
  );
  return (
    <Stack align="flex-start">
      <Select
        label={say('outcome')}
        data={own.map((value) => ({ value, label: words.outcome(value) }))}
        value={outcome}
        onChange={(value) => setOutcome((value as Outcome | null) ?? outcome)} // one of the choices
        allowDeselect={false}
      />
      {needsWays(outcome) && (
        <Checkbox.Group label={say('ways')} value={otherWays} onChange={setWays}>
          <Group gap="md" mt={6}>
            {ways.map((way) => (
              <Checkbox key={way} value={way} label={say(way)} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      {outcome === 'joined' && (
        <TextInput
          label={say('into')}
          value={into}
          onChange={({ currentTarget }) => setInto(currentTarget.value)}
          required
        />
      )}
      <ConfirmButton
        label={say('end')}
        sentence={say('endSentence', { outcome: words.outcome(outcome) })}
        isGrave
        isDisabled={outcome === 'joined' && into.trim() === ''}
        command={command}
        onConfirm={(done) => command.mutate(undefined, { onSuccess: done })}
      />
    </Stack>
  );
};

const furthest = 30;

const Extend = ({ close }: Readonly<{ close: () => void }>) => {
  const say = useEndingTexts();
  const { it, nameOf } = useHere();
  const { zone, today } = useTownClock();
  const [day, setDay] = useState<string | null>(null);
  const [agreed, setAgreed] = useState<string[]>([]);
  const last = dayAfter(today, furthest - 1);
  const until = day ?? last;
  const command = useCommand<void, Dispute>(
    (_, header) =>
      api.POST('/api/v1/disputes/{dispute}/extension', {
        params: { path: { dispute: it.disputeId }, header },
        body: { until: momentOf(zone, `${until}T23:59`) ?? '', agreed },
      }),
    { done: close },
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    command.mutate();
  };
  return (
    <form onSubmit={send}>
      <Stack align="flex-start">
        <TextInput
          type="date"
          label={say('until')}
          description={say('untilHint')}
          min={today}
          max={last}
          value={until}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
          required
        />
        <Checkbox.Group label={say('agreed')} value={agreed} onChange={setAgreed}>
          <Group gap="md" mt={6}>
            {it.parties.map(({ party }) => (
              <Checkbox key={party} value={party} label={nameOf(party)} />
            ))}
          </Group>
        </Checkbox.Group>
        <Refusal error={command.error} />
        <Button type="submit" loading={command.isPending}>
          {say('extend')}
        </Button>
      </Stack>
    </form>
  );
};

const Reopen = () => {
  const say = useEndingTexts();
  const { it } = useHere();
  const command = useCommand<void, Dispute>((_, header) =>
    api.POST('/api/v1/disputes/{dispute}/reopening', {
      params: { path: { dispute: it.disputeId }, header },
    }),
  );
  return (
    <ConfirmButton
      label={say('reopen')}
      sentence={say('reopenSentence')}
      command={command}
      onConfirm={(done) => command.mutate(undefined, { onSuccess: done })}
    />
  );
};

/** What bound goes on binding, and what was joined goes on elsewhere. */
const isReopenable = ({ agreement, outcome }: Dispute): boolean =>
  outcome !== 'joined' && (agreement === null || agreement.effectAt === null);

const Over = () => {
  const say = useEndingTexts();
  const labelled = useLabelled();
  const list = useList();
  const words = useDisputeWords();
  const { it, may } = useHere();
  return (
    <Stack align="flex-start" gap="xs">
      {it.outcome !== null && <Text>{words.outcome(it.outcome)}</Text>}
      {it.otherWays.length > 0 && (
        <Text size="sm">{labelled(say('told'), list(it.otherWays.map((way) => say(way))))}</Text>
      )}
      {isReopenable(it) && may('dispute.reopen') && <Reopen />}
    </Stack>
  );
};

export const Ending = () => {
  const say = useEndingTexts();
  const { it, may, isOver } = useHere();
  const mediates = may('dispute.mediate');
  if (!isOver && !mediates) return null;
  return (
    <Card withBorder component="section" aria-labelledby="ending">
      <Title order={2} size="h4" mb="xs" id="ending">
        {say('title')}
      </Title>
      {isOver ? (
        <Over />
      ) : (
        <Group gap="xs" align="flex-start">
          {it.state === 'in-mediation' && (
            <Fold label={say('goOn')}>{(close) => <Extend close={close} />}</Fold>
          )}
          <Fold label={say('toEnd')}>{() => <End />}</Fold>
        </Group>
      )}
    </Card>
  );
};
