/** A quarrel comes before the committee: at the counter, from a case, or on an interview day. */
import { Button, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { liesIn } from '@mulin/kernel';
import { type FormEvent, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { answerOf, api, type Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import { type Session, useSession } from '../../api/session';
import { useAreaName, useAreas } from '../../parts/area-names';
import { useDisputeWords } from '../../parts/dispute-words';
import { useDraft } from '../../parts/draft';
import { Page } from '../../parts/page';
import { Refusal } from '../../parts/refusal';
import { type PartyDraft, PartyFields } from './party-fields';
import { useTexts } from './texts';

type Opened = Schemas['DisputeOpened'];
type Draft = Readonly<{
  kind: Opened['kind'];
  colour: Opened['colour'];
  area: string;
  door: 'walk-in' | 'case' | 'interview-day';
  caseNumber: string;
  facts: string;
  parties: readonly PartyDraft[];
}>;
type FromCase = Readonly<{ caseId: string; number: string }> | null;

const partyOf = (role: PartyDraft['role']): PartyDraft => ({
  ...{ role, name: '', phone: '', address: '', isBody: false },
});

const firstDraft = (caseNumber: string | null, area: string): Draft => ({
  kind: 'neighbours',
  colour: 'green',
  area: area.split('/').length >= 3 ? area : '',
  door: caseNumber === null ? 'walk-in' : 'case',
  caseNumber: caseNumber ?? '',
  facts: '',
  parties: [partyOf('applicant'), partyOf('respondent')],
});

const orNone = (name: string, value: string) => (value.trim() === '' ? {} : { [name]: value.trim() });

const bodyOf = (draft: Draft, fromCase: FromCase) => ({
  ...{ kind: draft.kind, colour: draft.colour, area: draft.area, door: draft.door },
  ...(fromCase === null ? {} : { fromCase }),
  ...orNone('facts', draft.facts),
  parties: draft.parties.map(({ role, name, isBody, phone, address }) => ({
    ...{ role, isBody, name: name.trim() },
    ...orNone('phone', phone),
    ...orNone('address', address),
  })),
});

/** The case it comes from is named by its number, and sent by its id. */
const caseOf = async ({ door, caseNumber }: Draft): Promise<FromCase> => {
  if (door !== 'case') return null;
  const numberOrId = caseNumber.trim();
  const found = await answerOf(
    api.GET('/api/v1/timelines/{numberOrId}', { params: { path: { numberOrId } } }),
  );
  return { caseId: found.caseId, number: found.number ?? numberOrId };
};

const isSound = ({ area, door, caseNumber, parties }: Draft): boolean =>
  area !== '' &&
  (door !== 'case' || caseNumber.trim() !== '') &&
  parties.every(({ name }) => name.trim() !== '');

type Part = Readonly<{ draft: Draft; isMarked: boolean; change: (part: Partial<Draft>) => void }>;

const About = ({ draft, isMarked, change, session }: Part & Readonly<{ session: Session }>) => {
  const say = useTexts();
  const words = useDisputeWords();
  const nameOf = useAreaName();
  const areas = useAreas()
    .filter(({ path }) => path.split('/').length >= 3 && liesIn(path, session.area))
    .map(({ path }) => ({ value: path, label: nameOf(path) }));
  const doors = (['walk-in', 'case', 'interview-day'] as const).map((value) => ({
    value,
    label: words.door(value),
  }));
  return (
    <>
      <div className="two">
        <Select
          label={say('kind')}
          data={words.kinds}
          value={draft.kind}
          onChange={(kind) => change({ kind: (kind as Draft['kind'] | null) ?? draft.kind })} // one of the choices
          allowDeselect={false}
          searchable
        />
        <Select
          label={say('colour')}
          data={words.colours}
          value={draft.colour}
          onChange={(colour) => change({ colour: (colour as Draft['colour'] | null) ?? draft.colour })} // one of the choices
          allowDeselect={false}
        />
      </div>
      <Select
        label={say('area')}
        description={say('areaHint')}
        data={areas}
        value={draft.area === '' ? null : draft.area}
        onChange={(area) => change({ area: area ?? '' })}
        error={isMarked && draft.area === '' && say('needed')}
        searchable
        withAsterisk
      />
      <div className="two">
        <Select
          label={say('door')}
          data={doors}
          value={draft.door}
          onChange={(door) => change({ door: (door as Draft['door'] | null) ?? draft.door })} // one of the choices
          allowDeselect={false}
        />
        {draft.door === 'case' && (
          <TextInput
            label={say('case')}
            placeholder={say('caseHint')}
            value={draft.caseNumber}
            onChange={({ currentTarget }) => change({ caseNumber: currentTarget.value })}
            error={isMarked && draft.caseNumber.trim() === '' && say('needed')}
            withAsterisk
          />
        )}
      </div>
    </>
  );
};

const Sides = ({ draft: { parties }, isMarked, change }: Part) => {
  const say = useTexts();
  const replace = (nth: number, by: readonly PartyDraft[]) =>
    change({ parties: [...parties.slice(0, nth), ...by, ...parties.slice(nth + 1)] });
  return (
    <>
      {parties.map((party, nth) => (
        <PartyFields
          key={nth}
          party={party}
          isMarked={isMarked}
          set={(next) => replace(nth, [next])}
          remove={nth < 2 ? null : () => replace(nth, [])}
        />
      ))}
      <Button variant="default" onClick={() => change({ parties: [...parties, partyOf('third-party')] })}>
        {say('add')}
      </Button>
    </>
  );
};

const OpenForm = ({ session }: Readonly<{ session: Session }>) => {
  const say = useTexts();
  const [, go] = useLocation();
  const [params] = useSearchParams();
  const number = params.get('case');
  const draftName = `dispute-${number ?? 'new'}`;
  const { draft, change, clear } = useDraft(draftName, firstDraft(number, session.area));
  const [isMarked, setMarked] = useState(false);
  const open = useCommand<Draft, Opened>(
    async (wanted, header) =>
      api.POST('/api/v1/disputes', { params: { header }, body: bodyOf(wanted, await caseOf(wanted)) }),
    {
      name: draftName,
      done: (it) => {
        clear();
        go(`/disputes/${encodeURIComponent(it.number)}`);
      },
    },
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    setMarked(true);
    if (isSound(draft)) open.mutate(draft);
  };
  const part = { draft, isMarked, change };
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <About {...part} session={session} />
        <Textarea
          label={say('facts')}
          value={draft.facts}
          onChange={({ currentTarget }) => change({ facts: currentTarget.value })}
          autosize
          minRows={3}
        />
        <Sides {...part} />
        <Refusal error={open.error} />
        <Button type="submit" size="md" loading={open.isPending}>
          {say('send')}
        </Button>
      </Stack>
    </form>
  );
};

export const View = () => {
  const say = useTexts();
  const session = useSession();
  return (
    <Page title={say('title')} hint={say('hint')} isNarrow>
      {session && <OpenForm session={session} />}
    </Page>
  );
};
