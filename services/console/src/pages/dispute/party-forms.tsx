/** Somebody stands in for a party, joins the quarrel, or is said to be near to a mediator. */
import { Button, Select, Stack, Switch, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api, type Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import { useDisputeWords } from '../../parts/dispute-words';
import { Fold } from '../../parts/fold';
import type { Person } from '../../parts/people';
import { PersonChoice } from '../../parts/person-choice';
import { Refusal } from '../../parts/refusal';
import { type Dispute, useHere } from './here';
import { useTexts } from './texts';

type Text = Readonly<{ label: string; value: string; set: (value: string) => void; isNeeded?: boolean }>;

const Field = ({ label, value, set, isNeeded = false }: Text) => (
  <TextInput
    label={label}
    value={value}
    onChange={({ currentTarget }) => set(currentTarget.value)}
    required={isNeeded}
  />
);

/** Which party it is about. */
export const usePartyChoice = () => {
  const say = useTexts();
  const { it, nameOf } = useHere();
  const [party, setParty] = useState(it.parties[0]?.party ?? '');
  const choices = it.parties.map((one) => ({ value: one.party, label: nameOf(one.party) }));
  const field = (
    <Select
      label={say('party')}
      data={choices}
      value={party}
      onChange={(value) => setParty(value ?? party)}
      allowDeselect={false}
    />
  );
  return { party, field };
};

const sent = (command: () => void) => (event: FormEvent) => {
  event.preventDefault();
  command();
};

const orNone = (name: string, value: string) => (value.trim() === '' ? {} : { [name]: value.trim() });

const RepresentativeForm = ({ close }: Readonly<{ close: () => void }>) => {
  const say = useTexts();
  const { it } = useHere();
  const { party, field } = usePartyChoice();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [authority, setAuthority] = useState<'general' | 'special'>('special');
  const [evidence, setEvidence] = useState('');
  const command = useCommand<void, Dispute>(
    (_, header) =>
      api.POST('/api/v1/disputes/{dispute}/parties/{party}/representatives', {
        params: { path: { dispute: it.disputeId, party }, header },
        body: { name, authority, evidence, ...orNone('phone', phone) },
      }),
    { done: close },
  );
  return (
    <form onSubmit={sent(() => command.mutate())}>
      <Stack align="flex-start">
        {field}
        <Field label={say('name')} value={name} set={setName} isNeeded />
        <Field label={say('phone')} value={phone} set={setPhone} />
        <Select
          label={say('authority')}
          data={[
            { value: 'special', label: say('special') },
            { value: 'general', label: say('general') },
          ]}
          value={authority}
          onChange={(value) => setAuthority(value === 'general' ? 'general' : 'special')}
          allowDeselect={false}
        />
        <Field label={say('evidence')} value={evidence} set={setEvidence} isNeeded />
        <Refusal error={command.error} />
        <Button type="submit" loading={command.isPending}>
          {say('save')}
        </Button>
      </Stack>
    </form>
  );
};

export const NameRepresentative = () => {
  const say = useTexts();
  return <Fold label={say('represent')}>{(close) => <RepresentativeForm close={close} />}</Fold>;
};

type Role = Dispute['parties'][number]['role'];

const PartyForm = ({ close }: Readonly<{ close: () => void }>) => {
  const say = useTexts();
  const words = useDisputeWords();
  const { it } = useHere();
  const [role, setRole] = useState<Role>('third-party');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [address, setAddress] = useState('');
  const [isBody, setBody] = useState(false);
  const command = useCommand<void, Dispute>(
    (_, header) =>
      api.POST('/api/v1/disputes/{dispute}/parties', {
        params: { path: { dispute: it.disputeId }, header },
        body: { role, name, isBody, ...orNone('phone', phone), ...orNone('address', address) },
      }),
    { done: close },
  );
  return (
    <form onSubmit={sent(() => command.mutate())}>
      <Stack align="flex-start">
        <Select
          label={say('role')}
          data={words.roles}
          value={role}
          onChange={(value) => setRole((value as Role | null) ?? role)} // one of the choices
          allowDeselect={false}
        />
        <Field label={say('name')} value={name} set={setName} isNeeded />
        <Field label={say('phone')} value={phone} set={setPhone} />
        <Field label={say('address')} value={address} set={setAddress} />
        <Switch
          label={say('body')}
          checked={isBody}
          onChange={({ currentTarget }) => setBody(currentTarget.checked)}
        />
        <Refusal error={command.error} />
        <Button type="submit" loading={command.isPending}>
          {say('save')}
        </Button>
      </Stack>
    </form>
  );
};

export const AddParty = () => {
  const say = useTexts();
  return <Fold label={say('join')}>{(close) => <PartyForm close={close} />}</Fold>;
};

const relations = ['kin', 'household', 'employer', 'business', 'party-itself'] as const;
type Relation = (typeof relations)[number];

const isMediator = ({ role }: Person): boolean => role === 'mediator';

const RelationForm = ({ close }: Readonly<{ close: () => void }>) => {
  const say = useTexts();
  const { it } = useHere();
  const { party, field } = usePartyChoice();
  const [mediator, setMediator] = useState(it.mediator ?? '');
  const [relation, setRelation] = useState<Relation>('kin');
  const command = useCommand<void, Schemas['Dispute']>(
    (_, header) =>
      api.POST('/api/v1/disputes/{dispute}/parties/{party}/relations', {
        params: { path: { dispute: it.disputeId, party }, header },
        body: { mediator, relation },
      }),
    { done: close },
  );
  return (
    <form onSubmit={sent(() => command.mutate())}>
      <Stack align="flex-start">
        <PersonChoice
          label={say('mediatorAccount')}
          value={mediator}
          choose={setMediator}
          isMeant={isMediator}
        />
        {field}
        <Select
          label={say('relation')}
          data={relations.map((value) => ({ value, label: say(value) }))}
          value={relation}
          onChange={(value) => setRelation((value as Relation | null) ?? relation)} // one of the choices
          allowDeselect={false}
        />
        <Refusal error={command.error} />
        <Button type="submit" loading={command.isPending}>
          {say('save')}
        </Button>
      </Stack>
    </form>
  );
};

export const Relate = () => {
  const say = useTexts();
  return <Fold label={say('relate')}>{(close) => <RelationForm close={close} />}</Fold>;
};
