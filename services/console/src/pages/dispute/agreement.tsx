/** What was agreed: the terms and how each stands, who has signed, and what the court says of it. */
import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { api } from '../../api/client';
import { useCommand } from '../../api/command';
import { useLanguage } from '../../app/texts';
import { ConfirmButton } from '../../parts/confirm';
import { Fold } from '../../parts/fold';
import { Refusal } from '../../parts/refusal';
import { Due, Moment, useNow } from '../../parts/time';
import { AgreementEditor } from './agreement-editor';
import { useAgreementTexts } from './agreement-texts';
import { Court } from './court';
import { type Dispute, useHere } from './here';
import { Signatures } from './signatures';

type Agreement = NonNullable<Dispute['agreement']>;
type Term = Agreement['terms'][number];

const useMoney = () => {
  const language = useLanguage();
  const form = { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' } as const;
  return (cents: number) =>
    new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', form).format(cents / 100);
};

const Deeds = ({ term }: Readonly<{ term: Term }>) => {
  const say = useAgreementTexts();
  const { it } = useHere();
  const now = useNow();
  const params = { path: { dispute: it.disputeId } };
  const perform = useCommand<boolean, Dispute>((isWhole, header) =>
    api.POST('/api/v1/disputes/{dispute}/performance', {
      params: { ...params, header },
      body: { term: term.term, isWhole },
    }),
  );
  const advise = useCommand<void, Dispute>((_, header) =>
    api.POST('/api/v1/disputes/{dispute}/court-advice', {
      params: { ...params, header },
      body: { term: term.term },
    }),
  );
  const isLate = Date.parse(term.dueAt) < now;
  return (
    <Group gap="xs" mt="xs">
      <ConfirmButton
        label={say('performAll')}
        sentence={say('performSentence', { nth: term.term })}
        variant="filled"
        command={perform}
        onConfirm={(done) => perform.mutate(true, { onSuccess: done })}
      />
      {!term.isInPart && (
        <Button variant="default" loading={perform.isPending} onClick={() => perform.mutate(false)}>
          {say('performPart')}
        </Button>
      )}
      {isLate && !term.isAdvised && (
        <ConfirmButton
          label={say('advise')}
          sentence={say('adviseSentence')}
          command={advise}
          onConfirm={(done) => advise.mutate(undefined, { onSuccess: done })}
        />
      )}
      <Refusal error={perform.error} />
    </Group>
  );
};

const TermState = ({ term, isInEffect }: Readonly<{ term: Term; isInEffect: boolean }>) => {
  const say = useAgreementTexts();
  if (term.performedAt !== null)
    return (
      <Badge variant="light" tt="none">
        {say('done')} <Moment at={term.performedAt} isDay />
      </Badge>
    );
  return (
    <Group gap="xs">
      {term.isInPart && (
        <Badge variant="light" color="yellow" tt="none">
          {say('part')}
        </Badge>
      )}
      {term.isAdvised && (
        <Badge variant="light" color="gray" tt="none">
          {say('advised')}
        </Badge>
      )}
      <Text size="sm">
        {say('dueBy')} <Moment at={term.dueAt} isDay />
      </Text>
      {isInEffect && <Due at={term.dueAt} />}
    </Group>
  );
};

const OneTerm = ({ term, isInEffect }: Readonly<{ term: Term; isInEffect: boolean }>) => {
  const say = useAgreementTexts();
  const money = useMoney();
  const { file, nameOf, may, isOver } = useHere();
  const what = file?.agreement?.terms.find((one) => one.term === term.term)?.what;
  const isOpen = isInEffect && term.performedAt === null && !isOver;
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>
          {term.term}. {say('owes', { party: nameOf(term.party), toParty: nameOf(term.toParty) })}
          {term.amount !== null && ` · ${money(term.amount)}`}
        </Text>
        <TermState term={term} isInEffect={isInEffect} />
      </Group>
      {what !== undefined && what !== null && <Text className="told">{what}</Text>}
      {isOpen && may('dispute.mediate') && <Deeds term={term} />}
    </li>
  );
};

const Standing = ({ agreement }: Readonly<{ agreement: Agreement }>) => {
  const say = useAgreementTexts();
  const { file } = useHere();
  const isInEffect = agreement.effectAt !== null;
  const facts = file?.agreement?.facts ?? null;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {say('version', { version: agreement.version })} ·{' '}
        {say(agreement.form === 'oral' ? 'isOral' : 'isWritten')}
        {agreement.effectAt !== null && (
          <>
            {' · '}
            {say('inEffect')} <Moment at={agreement.effectAt} />
          </>
        )}
      </Text>
      {facts !== null && <Text className="told">{facts}</Text>}
      <ul className="plain parts">
        {agreement.terms.map((term) => (
          <OneTerm key={term.term} term={term} isInEffect={isInEffect} />
        ))}
      </ul>
      {agreement.form === 'written' && !isInEffect && <Signatures agreement={agreement} />}
      {isInEffect && <Court agreement={agreement} />}
    </Stack>
  );
};

export const Agreement = () => {
  const say = useAgreementTexts();
  const { it, may, isOver, next, askFile, file } = useHere();
  const isWilling = it.state === 'in-mediation' || it.state === 'agreed';
  const isHidden = it.agreement === null && it.state === 'agreed';
  // What stands is prefilled from the file: where it is wanted, it is waited for.
  const isReady = !askFile.isWanted || file !== null;
  return (
    <Card withBorder component="section" aria-labelledby="agreement">
      <Title order={2} size="h4" mb="xs" id="agreement">
        {say('title')}
      </Title>
      {it.agreement === null ? (
        <Text c="dimmed">{say(isHidden ? 'notShown' : 'none')}</Text>
      ) : (
        <Standing agreement={it.agreement} />
      )}
      {isWilling && isReady && may('dispute.mediate') && !isOver && (
        <Stack mt="sm" align="stretch">
          <Fold
            label={say(it.agreement === null ? 'draft' : 'redraft')}
            variant={next === 'agree' ? 'filled' : 'default'}
            isOpenAtFirst={next === 'agree'}
          >
            {(close) => <AgreementEditor close={close} />}
          </Fold>
        </Stack>
      )}
    </Card>
  );
};
