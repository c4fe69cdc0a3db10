/** What somebody with an order can say, each in a sheet of its own. */
import { Button, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Deed } from '../../offline/deeds';
import { useDraft } from '../../offline/use-draft';
import { useDeedTexts } from '../../parts/deed-texts';
import { Reasons } from '../../parts/reasons';
import { Sheet } from '../../parts/sheet';
import { UnitChoice } from '../../parts/unit-choice';
import { returnReasons } from '../work/give-back';
import { FinishForm, ProgressForm } from './report-form';
import type { Shown } from './read';
import { useTexts } from './texts';

export const sheets = [
  'contact',
  'progress',
  'finish',
  'return',
  'hand-over',
  'call-in',
  'confirm',
  'refuse',
] as const;
export type Open = (typeof sheets)[number] | null;

type Props = Readonly<{ shown: Shown; open: Open; close: () => void; act: (deed: Deed) => Promise<void> }>;
type FormProps = Readonly<{ caseId: string; send: (deed: Deed) => void }>;

const manners = ['face-to-face', 'phone', 'message', 'nobody-there'] as const;

const Contact = ({ send }: Pick<FormProps, 'send'>) => {
  const deeds = useDeedTexts();
  return (
    <Stack gap="xs">
      {manners.map((manner) => (
        <Button
          key={manner}
          size="xl"
          variant="default"
          onClick={() => send({ does: 'contact', body: { manner } })}
        >
          {deeds(manner)}
        </Button>
      ))}
    </Stack>
  );
};

const handOverReasons = ['needs-other-unit', 'beyond-my-power', 'needs-several', 'leave'] as const;

const HandOver = ({ send }: FormProps) => {
  const say = useTexts();
  const [unit, setUnit] = useState<string | null>(null);
  return (
    <Reasons
      label={say('why')}
      reasons={handOverReasons}
      hint={say('handOverHint')}
      button={say('handOver')}
      isReady={unit !== null}
      send={(reason) => unit !== null && send({ does: 'hand-over', body: { to: unit, reason } })}
    >
      <UnitChoice value={unit} choose={setUnit} withHelpers={false} />
    </Reasons>
  );
};

const CallIn = ({ caseId, send }: FormProps) => {
  const say = useTexts();
  const [unit, setUnit] = useState<string | null>(null);
  const draft = useDraft(`${caseId}/call-in`);
  const task = (draft.fields['task'] ?? '').trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (unit === null) return;
    send({ does: 'call-in', body: { unit, ...(task === '' ? {} : { task }) } });
    draft.clear();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <UnitChoice value={unit} choose={setUnit} withHelpers />
        <Textarea
          label={say('task')}
          autosize
          minRows={2}
          size="md"
          value={draft.fields['task'] ?? ''}
          onChange={({ currentTarget }) => draft.set('task', currentTarget.value)}
        />
        <Text size="sm" c="dimmed">
          {say('callInHint')}
        </Text>
        <Button type="submit" size="lg" disabled={unit === null}>
          {say('callIn')}
        </Button>
      </Stack>
    </form>
  );
};

const refusalReasons = ['not-done', 'partly-done', 'wrong-place', 'no-proof'] as const;

const Says = ({ draft }: Readonly<{ draft: ReturnType<typeof useDraft> }>) => {
  const say = useTexts();
  return (
    <Textarea
      label={say('says')}
      autosize
      minRows={2}
      size="md"
      value={draft.fields['words'] ?? ''}
      onChange={({ currentTarget }) => draft.set('words', currentTarget.value)}
    />
  );
};

const Refuse = ({ caseId, send }: FormProps) => {
  const say = useTexts();
  const draft = useDraft(`${caseId}/verify`);
  const words = (draft.fields['words'] ?? '').trim();
  return (
    <Reasons
      label={say('why')}
      reasons={refusalReasons}
      hint={say('refuseHint')}
      button={say('refuse')}
      isDanger
      send={(reason) => {
        send({ does: 'verify', body: { outcome: 'refused', reason, ...(words === '' ? {} : { words }) } });
        draft.clear();
      }}
    >
      <Says draft={draft} />
    </Reasons>
  );
};

const Confirm = ({ caseId, send }: FormProps) => {
  const say = useTexts();
  const draft = useDraft(`${caseId}/verify`);
  const words = (draft.fields['words'] ?? '').trim();
  return (
    <Stack>
      <Says draft={draft} />
      <Text size="sm" c="dimmed">
        {say('confirmHint')}
      </Text>
      <Button
        size="lg"
        onClick={() => {
          send({ does: 'verify', body: { outcome: 'confirmed', ...(words === '' ? {} : { words }) } });
          draft.clear();
        }}
      >
        {say('confirm')}
      </Button>
    </Stack>
  );
};

const titles = {
  contact: 'contactTitle',
  progress: 'progress',
  finish: 'finish',
  return: 'giveBack',
  'hand-over': 'handOver',
  'call-in': 'callIn',
  confirm: 'confirm',
  refuse: 'refuse',
} as const;

export const Sheets = ({ shown: { order }, open, close, act }: Props) => {
  const say = useTexts();
  const send = (deed: Deed) => {
    close();
    void act(deed);
  };
  const form = { caseId: order.caseId, send };
  return (
    <Sheet title={open === null ? '' : say(titles[open])} isOpen={open !== null} close={close}>
      {open === 'contact' && <Contact send={send} />}
      {open === 'progress' && <ProgressForm order={order} done={close} />}
      {open === 'finish' && <FinishForm order={order} done={close} />}
      {open === 'return' && (
        <Reasons
          label={say('why')}
          reasons={returnReasons}
          hint={say('giveBackHint')}
          button={say('giveBack')}
          send={(reason) => send({ does: 'return', body: { reason } })}
        />
      )}
      {open === 'hand-over' && <HandOver {...form} />}
      {open === 'call-in' && <CallIn {...form} />}
      {open === 'confirm' && <Confirm {...form} />}
      {open === 'refuse' && <Refuse {...form} />}
    </Sheet>
  );
};
