/** How far an import is, what it waits for, and what became of the rows at the end. */
import { Alert, Anchor, Button, Card, Group, Progress, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { giveUp, goOn, stop } from './job';
import { Rejections } from './rejections';
import type { Job } from './state';
import { useTexts } from './texts';

const counts = ['registered', 'known', 'rejected', 'flagged'] as const;

const Counts = ({ job }: Readonly<{ job: Job }>) => {
  const say = useTexts();
  return (
    <div className="import-counts">
      {counts.map((name) => (
        <div key={name} data-count={name}>
          <Text component="span" className="number" fw={700} size="xl">
            {job.tally?.[name] ?? 0}
          </Text>
          <Text component="span" c="dimmed">
            {say(name)}
          </Text>
        </div>
      ))}
    </div>
  );
};

const waits = { network: 'waitNetwork', session: 'waitSession', busy: 'waitBusy' } as const;

const Way = ({ job }: Readonly<{ job: Job }>) => {
  const say = useTexts();
  const rows = job.looked?.survey.read ?? 0;
  const percent = rows === 0 ? 0 : Math.floor((job.through / rows) * 100);
  return (
    <Stack gap="xs">
      <Text role="status" className="import-way">
        {say('sent', { through: job.through, rows })}
      </Text>
      <Progress value={percent} aria-label={say('sentLabel')} size="lg" />
      {job.wait !== null && (
        <Alert color="orange" role="alert" variant="light">
          <Group justify="space-between">
            <Text>{say(waits[job.wait])}</Text>
            <Button variant="default" onClick={goOn}>
              {say('goOn')}
            </Button>
          </Group>
        </Alert>
      )}
      <Text c="dimmed">{say('mayLeave')}</Text>
      <Group>
        <Button variant="default" onClick={stop}>
          {say('stop')}
        </Button>
      </Group>
    </Stack>
  );
};

const Standing = ({ job }: Readonly<{ job: Job }>) => {
  const say = useTexts();
  const { standing } = job;
  if (standing === null) return <Text role="status">{say('judging')}</Text>;
  const { routed, unrouted, withoutPlace, agreeing, disagreeing, undecided, pending } = standing;
  return (
    <Stack gap={4} role="status">
      <Text>{say('routed', { routed, unrouted, withoutPlace })}</Text>
      <Text>{say('verdicts', { agreeing, disagreeing, undecided })}</Text>
      {pending > 0 && <Text c="dimmed">{say('pending', { pending })}</Text>}
      {routed === 0 && unrouted > 0 && pending === 0 && (
        <Alert color="orange" variant="light">
          {say('nothingRouted')}
        </Alert>
      )}
    </Stack>
  );
};

const Outcome = ({ job }: Readonly<{ job: Job }>) => {
  const say = useTexts();
  const name = job.draft?.name ?? '';
  return (
    <Stack>
      <Standing job={job} />
      <Group>
        <Anchor component={Link} href={`/cases?batch=${name}`} fw={600} className="import-cases">
          {say('toCases')}
        </Anchor>
        {job.step === 'done' && (
          <Button variant="default" onClick={giveUp}>
            {say('another')}
          </Button>
        )}
      </Group>
      <Rejections rejected={job.rejected} name={name} title={say('wereRejected')} />
    </Stack>
  );
};

export const Sending = ({ job }: Readonly<{ job: Job }>) => (
  <Stack>
    <Text fw={600}>{job.file?.name}</Text>
    <Card withBorder>
      <Counts job={job} />
    </Card>
    {job.step === 'sending' ? <Way job={job} /> : <Outcome job={job} />}
  </Stack>
);
