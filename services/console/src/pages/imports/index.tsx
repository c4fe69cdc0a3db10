/** Files of other systems: chosen, looked at as they will be understood, registered, and what became of each row. */
import { Alert, Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useSession } from '../../api/session';
import { useMenu } from '../../api/town';
import { useLanguage } from '../../app/texts';
import { Asked, Empty } from '../../parts/asked';
import { fileAgain } from '../../parts/file-again';
import { Page } from '../../parts/page';
import { useTownClock } from '../../parts/town-clock';
import { beforeOf } from './before';
import { Columns } from './columns';
import { type Draft, isSameDraft, lackingIn } from './draft';
import { type At, choose, giveUp, send, useJob } from './job';
import type { Item } from './menu-words';
import { Looked } from './looked';
import { OwnMapping } from './own-mapping';
import { Sending } from './sending';
import type { Job } from './state';
import { useTexts } from './texts';
import type { Told } from './told';

const kinds = '.csv,.txt,.tsv,.xlsx,.xls,.jsonl,.ndjson,text/csv';

const Why = ({ told }: Readonly<{ told: Told | null }>) => {
  const say = useTexts();
  const language = useLanguage();
  if (told === null) return null;
  return (
    <Alert color="red" role="alert" variant="light">
      <Text className="told">{told[language]}</Text>
      {told.code !== null && (
        <Text size="xs" c="dimmed">
          {say('code', { code: told.code })}
        </Text>
      )}
    </Alert>
  );
};

const Choose = ({ onFile, isFirst }: Readonly<{ onFile: (file: File) => void; isFirst: boolean }>) => {
  const say = useTexts();
  return (
    <FileButton accept={kinds} onChange={(file) => file !== null && onFile(file)} inputProps={fileAgain}>
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

type ReadyProps = Readonly<{ job: Job; items: readonly Item[]; at: At }>;

const Before = ({ job }: Readonly<{ job: Job }>) => {
  const say = useTexts();
  const found = beforeOf(job);
  if (found === null) return null;
  const { before, begun } = found;
  const { through, rows } = begun ?? { through: 0, rows: 0 };
  const isWarning = before === 'otherName';
  return (
    <Alert
      color={isWarning ? 'orange' : 'town'}
      variant="light"
      role={isWarning ? 'alert' : 'status'}
      data-before={before}
    >
      {say(before, { through, rows, name: begun?.draft.name ?? '' })}
    </Alert>
  );
};

const Import = ({ job, isUnread }: Readonly<{ job: Job; isUnread: boolean }>) => {
  const say = useTexts();
  const why = useId();
  const { looked } = job;
  const isOn = ['stopped', 'begun'].includes(beforeOf(job)?.before ?? '');
  return (
    <Stack gap="xs">
      <Group className="import-deeds">
        <Button
          size="md"
          disabled={looked === null || isUnread}
          aria-describedby={isUnread ? why : undefined}
          onClick={() => void send()}
        >
          {looked === null
            ? say('importNothing')
            : say(isOn ? 'importOn' : 'import', { rows: looked.survey.read - looked.survey.rejected })}
        </Button>
        <Button size="md" variant="default" onClick={giveUp}>
          {say('giveUp')}
        </Button>
      </Group>
      {isUnread && (
        <Text id={why} role="status" className="import-unread">
          {say('importUnread')}
        </Text>
      )}
    </Stack>
  );
};

/** `draft`: by which the file was read; what is said otherwise since then holds once it is read by that. */
const Ready = ({ job, items, at, draft: read }: ReadyProps & Readonly<{ draft: Draft }>) => {
  const say = useTexts();
  const [draft, change] = useState(read);
  const isUnread = !isSameDraft(draft, read);
  const { looked } = job;
  return (
    <Stack>
      <Before job={job} />
      {lackingIn(read).length > 0 && (
        <Alert color="orange" variant="light" role="alert">
          {say('columnsLacking')}
        </Alert>
      )}
      {looked !== null && <Looked looked={looked} items={items} />}
      <Import job={job} isUnread={isUnread} />
      <Columns job={job} at={at} draft={draft} change={change} isUnread={isUnread} items={items} />
    </Stack>
  );
};

const Step = ({ job, items, at }: ReadyProps) => {
  const say = useTexts();
  if (job.step === 'choosing')
    return (
      <>
        <Empty title={say('emptyTitle')} hint={say('emptyHint')} />
        <OwnMapping job={job} at={at} />
      </>
    );
  if (job.step === 'reading') return <Reading job={job} />;
  if (job.step !== 'ready') return <Sending job={job} />;
  return job.draft === null ? null : <Ready job={job} items={items} at={at} draft={job.draft} />;
};

const Imports = ({ account, items }: Readonly<{ account: string | null; items: readonly Item[] }>) => {
  const say = useTexts();
  const job = useJob();
  const { zone } = useTownClock();
  const at: At = { zone, items, account };
  const isAtWork = job.step === 'sending' || job.step === 'judging';
  return (
    <Page
      title={say('title')}
      hint={say('hint')}
      actions={
        isAtWork ? undefined : (
          <Choose isFirst={job.step === 'choosing'} onFile={(file) => void choose(file, at)} />
        )
      }
    >
      <Stack>
        <Why told={job.told} />
        <Step job={job} items={items} at={at} />
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
