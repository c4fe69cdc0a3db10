/** Files of other systems: chosen, looked at as they will be understood, registered, and what became of each row. */
import { Alert, Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useSession } from '../../api/session';
import { useMenu } from '../../api/town';
import { useLanguage } from '../../app/texts';
import { Asked, Empty } from '../../parts/asked';
import { Page } from '../../parts/page';
import { useTownClock } from '../../parts/town-clock';
import { Columns } from './columns';
import { lackingIn } from './draft';
import { choose, giveUp, goOn, type Job, send, type Told, useJob } from './job';
import type { Item } from './menu-words';
import { Looked } from './looked';
import { Sending } from './sending';
import { useTexts } from './texts';

const kinds = '.csv,.txt,.tsv,.xlsx,.xls,.jsonl,.ndjson,text/csv';

const Why = ({ told }: Readonly<{ told: Told | null }>) => {
  const say = useTexts();
  const language = useLanguage();
  if (told === null) return null;
  return (
    <Alert color="red" role="alert" variant="light">
      <Text className="told">{told[language]}</Text>
      <Text size="xs" c="dimmed">
        {say('code', { code: told.code })}
      </Text>
    </Alert>
  );
};

const Choose = ({ onFile, isFirst }: Readonly<{ onFile: (file: File) => void; isFirst: boolean }>) => {
  const say = useTexts();
  return (
    <FileButton accept={kinds} onChange={(file) => file !== null && onFile(file)}>
      {(props) => (
        <Button
          {...props}
          variant={isFirst ? 'filled' : 'default'}
          leftSection={<IconFileImport size={18} aria-hidden />}
        >
          {say(isFirst ? 'choose' : 'chooseOther')}
        </Button>
      )}
    </FileButton>
  );
};

const Reading = ({ job }: Readonly<{ job: Job }>) => {
  const say = useTexts();
  return (
    <Stack gap="xs" role="status">
      <Text>{say('reading', { name: job.file?.name ?? '', rows: job.through })}</Text>
      <Progress value={100} animated aria-label={say('readingLabel')} />
    </Stack>
  );
};

const Ready = ({ job, items }: Readonly<{ job: Job; items: readonly Item[] }>) => {
  const say = useTexts();
  const { looked, draft, begun } = job;
  if (draft === null) return null;
  const isLacking = lackingIn(draft).length > 0;
  const isOn = begun !== null || job.isStopped;
  return (
    <Stack>
      {isOn && (
        <Alert color="town" variant="light" role="status">
          {job.isStopped || begun === null
            ? say('stopped')
            : say('begun', { through: begun.through, rows: begun.rows })}
        </Alert>
      )}
      {isLacking && (
        <Alert color="orange" variant="light" role="alert">
          {say('columnsLacking')}
        </Alert>
      )}
      {looked !== null && <Looked looked={looked} items={items} />}
      <Group className="import-deeds">
        <Button size="md" disabled={looked === null} onClick={() => void send()}>
          {looked === null
            ? say('importNothing')
            : say(isOn ? 'importOn' : 'import', { rows: looked.survey.read - looked.survey.rejected })}
        </Button>
        <Button size="md" variant="default" onClick={giveUp}>
          {say('giveUp')}
        </Button>
      </Group>
      <Columns job={job} draft={draft} items={items} />
    </Stack>
  );
};

const Step = ({ job, items }: Readonly<{ job: Job; items: readonly Item[] }>) => {
  const say = useTexts();
  if (job.step === 'choosing') return <Empty title={say('emptyTitle')} hint={say('emptyHint')} />;
  if (job.step === 'reading') return <Reading job={job} />;
  return job.step === 'ready' ? <Ready job={job} items={items} /> : <Sending job={job} />;
};

/** What waits for a session goes on when whoever began it is here again; `null`: nobody is signed in at the moment. */
const useGoingOn = (job: Job, account: string | null): void => {
  const isOthers = account !== null && job.account !== null && job.account !== account;
  useEffect(() => {
    if (isOthers) giveUp();
    else if (account !== null) goOn();
  }, [isOthers, account]);
};

const Imports = ({ account, items }: Readonly<{ account: string | null; items: readonly Item[] }>) => {
  const say = useTexts();
  const job = useJob();
  const { zone } = useTownClock();
  useGoingOn(job, account);
  const isAtWork = job.step === 'sending' || job.step === 'judging';
  return (
    <Page
      title={say('title')}
      hint={say('hint')}
      actions={
        isAtWork ? undefined : (
          <Choose
            isFirst={job.step === 'choosing'}
            onFile={(file) => void choose(file, { zone, items, account })}
          />
        )
      }
    >
      <Stack>
        <Why told={job.told} />
        <Step job={job} items={items} />
      </Stack>
    </Page>
  );
};

export const View = () => {
  const session = useSession();
  const menu = useMenu();
  return (
    <Asked of={menu}>
      {({ items }) => <Imports account={session?.account ?? null} items={items as readonly Item[]} />}
    </Asked>
  );
};
