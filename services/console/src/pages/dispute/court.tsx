/** After an agreement has effect: the window in which a court confirms it, and whether it holds when parties are called. */
import { Select, Stack, Switch, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/client';
import { useCommand } from '../../api/command';
import { textsOf } from '../../app/texts';
import { ConfirmButton } from '../../parts/confirm';
import { Fold } from '../../parts/fold';
import { useLabelled } from '../../parts/labelled';
import { Moment } from '../../parts/time';
import { type Dispute, useHere } from './here';
import { usePartyChoice } from './party-forms';
import { TextForm } from './text-form';

const useTexts = textsOf('dispute-court', {
  en: {
    title: 'Court confirmation',
    hint: 'All parties together may ask the court, within 30 days of when the agreement had effect.',
    status: 'An agreement about status is not confirmed by a court.',
    ask: 'The parties have asked',
    askSentence: 'All parties have asked the court together to confirm the agreement.',
    asked: 'Asked',
    said: 'What the court said',
    record: 'Record what the court said',
    recordSentence: 'What the court said is recorded once.',
    confirmed: 'confirmed',
    rejected: 'rejected',
    'not-accepted': 'not accepted',
    withdrawn: 'withdrawn',
    callBacks: 'Call-backs',
    call: 'Record a call-back',
    kept: 'The party says that it holds',
    words: 'What the party said',
    save: 'Record',
    holds: 'holds',
    broken: 'does not hold',
  },
  zh: {
    title: '司法确认',
    hint: '各方当事人可自协议生效之日起30日内共同向人民法院申请。',
    status: '涉及身份关系的协议不能申请司法确认。',
    ask: '登记已申请',
    askSentence: '各方当事人已共同向人民法院申请司法确认。',
    asked: '申请时间',
    said: '法院决定',
    record: '登记法院决定',
    recordSentence: '法院决定只能登记一次。',
    confirmed: '确认有效',
    rejected: '驳回申请',
    'not-accepted': '不予受理',
    withdrawn: '撤回申请',
    callBacks: '回访',
    call: '登记回访',
    kept: '当事人反馈已履行',
    words: '当事人所述',
    save: '登记',
    holds: '反馈已履行',
    broken: '反馈未履行',
  },
});

type Agreement = NonNullable<Dispute['agreement']>;

const outcomes = ['confirmed', 'rejected', 'not-accepted', 'withdrawn'] as const;
type Outcome = (typeof outcomes)[number];

const isOutcome = (it: string): it is Outcome => outcomes.some((one) => one === it);

const Decide = () => {
  const say = useTexts();
  const { it } = useHere();
  const [outcome, setOutcome] = useState<Outcome>('confirmed');
  const command = useCommand<void, Dispute>((_, header) =>
    api.POST('/api/v1/disputes/{dispute}/confirmation-decision', {
      params: { path: { dispute: it.disputeId }, header },
      body: { outcome },
    }),
  );
  return (
    <ConfirmButton
      label={say('record')}
      sentence={say('recordSentence')}
      command={command}
      onConfirm={(done) => command.mutate(undefined, { onSuccess: done })}
    >
      <Select
        label={say('said')}
        data={outcomes.map((value) => ({ value, label: say(value) }))}
        value={outcome}
        onChange={(value) => setOutcome((value as Outcome | null) ?? outcome)} // one of the choices
        allowDeselect={false}
      />
    </ConfirmButton>
  );
};

const Ask = () => {
  const say = useTexts();
  const { it } = useHere();
  const command = useCommand<void, Dispute>((_, header) =>
    api.POST('/api/v1/disputes/{dispute}/confirmation', {
      params: { path: { dispute: it.disputeId }, header },
      body: { parties: it.parties.map(({ party }) => party) },
    }),
  );
  return (
    <ConfirmButton
      label={say('ask')}
      sentence={say('askSentence')}
      command={command}
      onConfirm={(done) => command.mutate(undefined, { onSuccess: done })}
    />
  );
};

const Confirmation = ({ agreement }: Readonly<{ agreement: Agreement }>) => {
  const say = useTexts();
  const { may, isOver } = useHere();
  const { confirmationSoughtAt: soughtAt, confirmation, isAboutStatus } = agreement;
  const mediates = may('dispute.mediate');
  if (isAboutStatus) return <Text size="sm">{say('status')}</Text>;
  const isAskable = soughtAt === null || confirmation === 'withdrawn' || confirmation === 'not-accepted';
  return (
    <Stack gap="xs" align="flex-start">
      {soughtAt === null ? (
        <Text size="sm">{say('hint')}</Text>
      ) : (
        <Text size="sm">
          {say('asked')} <Moment at={soughtAt} />
          {confirmation !== null && isOutcome(confirmation) && ` · ${say(confirmation)}`}
        </Text>
      )}
      {mediates && isAskable && !isOver && <Ask />}
      {mediates && soughtAt !== null && confirmation === null && <Decide />}
    </Stack>
  );
};

const CallBack = ({ close }: Readonly<{ close: () => void }>) => {
  const say = useTexts();
  const { it } = useHere();
  const { party, field } = usePartyChoice();
  const [isKept, setKept] = useState(true);
  const command = useCommand<string, Dispute>(
    (words, header) =>
      api.POST('/api/v1/disputes/{dispute}/call-backs', {
        params: { path: { dispute: it.disputeId }, header },
        body: { party, isKept, ...(words === '' ? {} : { words }) },
      }),
    { name: `${it.disputeId}-call-back`, done: close },
  );
  return (
    <TextForm
      label={say('words')}
      send={say('save')}
      draft={`${it.disputeId}-call-back`}
      command={command}
      onSend={(text, done) => command.mutate(text, { onSuccess: done })}
    >
      {field}
      <Switch
        label={say('kept')}
        checked={isKept}
        onChange={({ currentTarget }) => setKept(currentTarget.checked)}
      />
    </TextForm>
  );
};

const CallBacks = () => {
  const say = useTexts();
  const labelled = useLabelled();
  const { file, nameOf, may } = useHere();
  return (
    <>
      <ul className="plain parts">
        {(file?.callBacks ?? []).map(({ party, isKept, words, at }) => (
          <li key={at}>
            <Text size="sm">
              {labelled(nameOf(party), say(isKept ? 'holds' : 'broken'))} · <Moment at={at} />
            </Text>
            {words !== null && <Text className="told said-by">{words}</Text>}
          </li>
        ))}
      </ul>
      {may('dispute.mediate') && <Fold label={say('call')}>{(close) => <CallBack close={close} />}</Fold>}
    </>
  );
};

export const Court = ({ agreement }: Readonly<{ agreement: Agreement }>) => {
  const say = useTexts();
  return (
    <>
      <Title order={3} size="h5">
        {say('title')}
      </Title>
      <Confirmation agreement={agreement} />
      <Title order={3} size="h5">
        {say('callBacks')}
      </Title>
      <CallBacks />
    </>
  );
};
