/** Who owes whom what, by when: written down together, and marked where something is missing before it is sent. */
import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client';
import { useCommand } from '../../api/command';
import { useDraft } from '../../parts/draft';
import { Refusal } from '../../parts/refusal';
import { useTownClock } from '../../parts/town-clock';
import {
  type AgreementDraft,
  bodyOf,
  faultsOf,
  firstDraft,
  isSound,
  newTerm,
  type TermDraft,
} from './agreement-draft';
import { useAgreementTexts } from './agreement-texts';
import { type Dispute, useHere } from './here';

type TermProps = Readonly<{
  term: TermDraft;
  nth: number;
  isMarked: boolean;
  set: (term: TermDraft) => void;
  remove: (() => void) | null;
}>;

const TermFields = ({ term, nth, isMarked, set, remove }: TermProps) => {
  const say = useAgreementTexts();
  const { it, nameOf } = useHere();
  const { today } = useTownClock();
  const parties = it.parties.map(({ party }) => ({ value: party, label: nameOf(party) }));
  const faults = isMarked ? faultsOf(term) : {};
  const error = (name: keyof typeof faults) => faults[name] !== undefined && say(faults[name]);
  return (
    <Fieldset legend={say('term', { nth: nth + 1 })}>
      <Stack gap="sm">
        <div className="two">
          <Select
            label={say('party')}
            data={parties}
            value={term.party}
            onChange={(party) => set({ ...term, party: party ?? term.party })}
            allowDeselect={false}
          />
          <Select
            label={say('toParty')}
            data={parties}
            value={term.toParty}
            onChange={(toParty) => set({ ...term, toParty: toParty ?? term.toParty })}
            allowDeselect={false}
            error={error('toParty')}
          />
        </div>
        <Textarea
          label={say('what')}
          value={term.what}
          onChange={({ currentTarget }) => set({ ...term, what: currentTarget.value })}
          error={error('what')}
          autosize
          minRows={2}
          withAsterisk
        />
        <div className="two">
          <TextInput
            label={say('amount')}
            inputMode="decimal"
            value={term.sum}
            onChange={({ currentTarget }) => set({ ...term, sum: currentTarget.value })}
            error={error('sum')}
          />
          <TextInput
            type="date"
            label={say('due')}
            min={today}
            value={term.day}
            onChange={({ currentTarget }) => set({ ...term, day: currentTarget.value })}
            error={error('day')}
            withAsterisk
          />
        </div>
        {remove !== null && (
          <Group justify="flex-end">
            <Button variant="subtle" color="red" size="compact-sm" onClick={remove}>
              {say('remove')}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
};

type Change = (part: Partial<AgreementDraft>) => void;
type TermsProps = Readonly<{ draft: AgreementDraft; isMarked: boolean; change: Change }>;

const Terms = ({ draft: { terms }, isMarked, change }: TermsProps) => {
  const say = useAgreementTexts();
  const { it } = useHere();
  const replace = (nth: number, by: readonly TermDraft[]) =>
    change({ terms: [...terms.slice(0, nth), ...by, ...terms.slice(nth + 1)] });
  return (
    <Stack>
      {terms.map((term, nth) => (
        <TermFields
          key={nth}
          term={term}
          nth={nth}
          isMarked={isMarked}
          set={(next) => replace(nth, [next])}
          remove={terms.length > 1 ? () => replace(nth, []) : null}
        />
      ))}
      <Group>
        <Button variant="default" onClick={() => change({ terms: [...terms, newTerm(it)] })}>
          {say('add')}
        </Button>
      </Group>
    </Stack>
  );
};

const WhoAgreed = ({ draft: { agreed }, change }: Readonly<{ draft: AgreementDraft; change: Change }>) => {
  const say = useAgreementTexts();
  const { it, nameOf } = useHere();
  return (
    <Checkbox.Group
      label={say('agreed')}
      description={say('agreedHint')}
      value={[...agreed]}
      onChange={(parties) => change({ agreed: parties })}
    >
      <Group gap="md" mt={6}>
        {it.parties.map(({ party }) => (
          <Checkbox key={party} value={party} label={nameOf(party)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
};

export const AgreementEditor = ({ close }: Readonly<{ close: () => void }>) => {
  const say = useAgreementTexts();
  const { it, file } = useHere();
  const { zone } = useTownClock();
  const draftName = `${it.disputeId}-agreement`;
  const { draft, change, clear } = useDraft(draftName, firstDraft(it, file));
  const [isMarked, setMarked] = useState(false);
  const command = useCommand<AgreementDraft, Dispute>(
    (wanted, header) =>
      api.POST('/api/v1/disputes/{dispute}/agreement', {
        params: { path: { dispute: it.disputeId }, header },
        body: bodyOf(zone, wanted),
      }),
    {
      name: draftName,
      done: () => {
        clear();
        close();
      },
    },
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    setMarked(true);
    if (isSound(draft)) command.mutate(draft);
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        {it.agreement !== null && <Text size="sm">{say('redraftHint')}</Text>}
        <SegmentedControl
          aria-label={say('form')}
          data={[
            { value: 'written', label: say('written') },
            { value: 'oral', label: say('oral') },
          ]}
          value={draft.form}
          onChange={(form) => change({ form: form === 'oral' ? 'oral' : 'written' })}
        />
        <Textarea
          label={say('facts')}
          value={draft.facts}
          onChange={({ currentTarget }) => change({ facts: currentTarget.value })}
          autosize
          minRows={2}
        />
        <Terms draft={draft} isMarked={isMarked} change={change} />
        <Switch
          label={say('aboutStatus')}
          checked={draft.isAboutStatus}
          onChange={({ currentTarget }) => change({ isAboutStatus: currentTarget.checked })}
        />
        {draft.form === 'oral' && <WhoAgreed draft={draft} change={change} />}
        <Refusal error={command.error} />
        <Button type="submit" loading={command.isPending}>
          {say(draft.form === 'oral' ? 'sendOral' : 'sendWritten')}
        </Button>
      </Stack>
    </form>
  );
};
