/** Who mediates: the committee names somebody, decides challenges, and judges the risk. */
import { Button, Card, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { useCommand } from '../../api/command';
import { textsOf } from '../../app/texts';
import { ConfirmButton } from '../../parts/confirm';
import { useDisputeWords } from '../../parts/dispute-words';
import { Fold } from '../../parts/fold';
import { usePersonName } from '../../parts/people';
import { Refusal } from '../../parts/refusal';
import { type Dispute, useHere } from './here';
import { usePartyChoice } from './party-forms';

const useTexts = textsOf('dispute-lead', {
  en: {
    title: 'Mediator',
    nobody: 'Nobody yet',
    me: '{{name}} (me)',
    assign: 'Assign a mediator',
    another: 'Assign somebody else',
    who: 'Who',
    least: 'Whoever has least to do',
    load: '{{name}} · {{load}} in hand',
    near: '{{name}} · near to a party',
    decide: 'A party challenges this mediator.',
    uphold: 'Uphold: somebody else mediates',
    upholdSentence:
      'Somebody else mediates from now on, and the mediator keeps nothing of the dispute in hand.',
    reject: 'Reject',
    rejectSentence: 'The mediator stays, and the parties can read that the challenge was rejected.',
    colour: 'Judge the risk anew',
    colourSentence: 'The deadlines are those of the new colour, counted from when they began.',
    risk: 'Risk',
    challenge: 'A party challenges me',
    because: 'Because',
    kin: 'kin to a party',
    interest: 'interest in the outcome',
    partial: 'partial',
    other: 'another reason',
    record: 'Record the challenge',
  },
  zh: {
    title: '调解员',
    nobody: '待指派',
    me: '{{name}}（我）',
    assign: '指派调解员',
    another: '另行指派',
    who: '指派给',
    least: '承办最少的调解员',
    load: '{{name}} · 承办 {{load}} 件',
    near: '{{name}} · 与当事人有利害关系',
    decide: '当事人申请该调解员回避。',
    uphold: '同意回避，另行指派',
    upholdSentence: '今后由其他调解员承办，原调解员不再办理此纠纷。',
    reject: '驳回申请',
    rejectSentence: '仍由该调解员承办，当事人可看到申请被驳回。',
    colour: '重新研判风险',
    colourSentence: '各项时限改按新的风险等级，从原起算时间计算。',
    risk: '风险等级',
    challenge: '登记当事人的回避申请',
    because: '理由',
    kin: '与当事人有亲属关系',
    interest: '与结果有利害关系',
    partial: '不公正',
    other: '其他理由',
    record: '登记回避申请',
  },
});

/** The roster of the area, and whom the committee chose of it; empty: whoever has least to do. */
const useRoster = () => {
  const say = useTexts();
  const { it } = useHere();
  const [mediator, setMediator] = useState('');
  const { data } = useQuery({
    queryKey: ['mediators', it.disputeId],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/disputes/{dispute}/mediators', { params: { path: { dispute: it.disputeId } } }),
      ),
  });
  const others = (data?.items ?? []).filter((one) => one.mediator !== it.mediator);
  const choices = [
    { value: '', label: say('least'), disabled: false },
    ...others.map(({ mediator: value, name, load, isRelated }) => ({
      value,
      label: say(isRelated ? 'near' : 'load', { name: name ?? value, load }),
      disabled: isRelated,
    })),
  ];
  const field = (
    <Select
      label={say('who')}
      data={choices}
      value={mediator}
      onChange={(value) => setMediator(value ?? '')}
      allowDeselect={false}
    />
  );
  return { body: mediator === '' ? {} : { mediator }, field };
};

const Assign = ({ close }: Readonly<{ close: () => void }>) => {
  const say = useTexts();
  const { it } = useHere();
  const { body, field } = useRoster();
  const command = useCommand<void, Dispute>(
    (_, header) =>
      api.POST('/api/v1/disputes/{dispute}/mediator', {
        params: { path: { dispute: it.disputeId }, header },
        body,
      }),
    { done: close },
  );
  return (
    <Stack>
      {field}
      <Refusal error={command.error} />
      <Button loading={command.isPending} onClick={() => command.mutate()}>
        {say('assign')}
      </Button>
    </Stack>
  );
};

const Decide = () => {
  const say = useTexts();
  const { it } = useHere();
  const { body, field } = useRoster();
  const command = useCommand<boolean, Dispute>((isUpheld, header) =>
    api.POST('/api/v1/disputes/{dispute}/challenge-decision', {
      params: { path: { dispute: it.disputeId }, header },
      body: { isUpheld, ...(isUpheld ? body : {}) },
    }),
  );
  return (
    <Stack gap="xs">
      <Text fw={600}>{say('decide')}</Text>
      <ConfirmButton
        label={say('uphold')}
        sentence={say('upholdSentence')}
        variant="filled"
        command={command}
        onConfirm={(done) => command.mutate(true, { onSuccess: done })}
      >
        {field}
      </ConfirmButton>
      <ConfirmButton
        label={say('reject')}
        sentence={say('rejectSentence')}
        command={command}
        onConfirm={(done) => command.mutate(false, { onSuccess: done })}
      />
    </Stack>
  );
};

const reasons = ['kin', 'interest', 'partial', 'other'] as const;
type Reason = (typeof reasons)[number];

const Challenge = ({ close }: Readonly<{ close: () => void }>) => {
  const say = useTexts();
  const { it } = useHere();
  const { party, field } = usePartyChoice();
  const [because, setBecause] = useState<Reason>('kin');
  const command = useCommand<void, Dispute>(
    (_, header) =>
      api.POST('/api/v1/disputes/{dispute}/challenges', {
        params: { path: { dispute: it.disputeId }, header },
        body: { party, because },
      }),
    { done: close },
  );
  return (
    <Stack>
      {field}
      <Select
        label={say('because')}
        data={reasons.map((value) => ({ value, label: say(value) }))}
        value={because}
        onChange={(value) => setBecause((value as Reason | null) ?? because)} // one of the choices
        allowDeselect={false}
      />
      <Refusal error={command.error} />
      <Button loading={command.isPending} onClick={() => command.mutate()}>
        {say('record')}
      </Button>
    </Stack>
  );
};

const Colour = () => {
  const say = useTexts();
  const words = useDisputeWords();
  const { it } = useHere();
  const [colour, setColour] = useState(it.colour);
  const command = useCommand<void, Dispute>((_, header) =>
    api.POST('/api/v1/disputes/{dispute}/colour', {
      params: { path: { dispute: it.disputeId }, header },
      body: { colour },
    }),
  );
  return (
    <ConfirmButton
      label={say('colour')}
      sentence={say('colourSentence')}
      command={command}
      onConfirm={(done) => command.mutate(undefined, { onSuccess: done })}
    >
      <Select
        label={say('risk')}
        data={words.colours}
        value={colour}
        onChange={(value) => setColour((value as Dispute['colour'] | null) ?? colour)} // one of the choices
        allowDeselect={false}
      />
    </ConfirmButton>
  );
};

const Deeds = () => {
  const say = useTexts();
  const { it, isMine, may } = useHere();
  return (
    <Group gap="xs">
      {may('dispute.lead') && !it.isChallenged && (
        <Fold label={say(it.mediator === null ? 'assign' : 'another')} isOpenAtFirst={it.mediator === null}>
          {(close) => <Assign close={close} />}
        </Fold>
      )}
      {isMine && !it.isChallenged && (
        <Fold label={say('challenge')}>{(close) => <Challenge close={close} />}</Fold>
      )}
      {may('dispute.grade') && <Colour />}
    </Group>
  );
};

export const Lead = () => {
  const say = useTexts();
  const personName = usePersonName();
  const { it, session, isMine, may, isOver } = useHere();
  const other = it.mediator === null ? say('nobody') : personName(it.mediator);
  const named = isMine ? say('me', { name: session.name ?? session.account }) : other;
  return (
    <Card withBorder component="section" aria-labelledby="lead">
      <Title order={2} size="h4" mb="xs" id="lead">
        {say('title')}
      </Title>
      <Stack gap="sm">
        <Text>{named}</Text>
        {may('dispute.lead') && !isOver && it.isChallenged && <Decide />}
        {!isOver && <Deeds />}
      </Stack>
    </Card>
  );
};
