/** Which case, as of when, and compared with when: in the time of the town. */
import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useTown } from '../../api/town';
import { momentOf, wallOf } from '../../parts/town-days';
import { useTexts } from './texts';

const entered = (zone: string, at: string | null): string => (at === null ? '' : wallOf(zone, at));

/** The moment of the address stays as exact as it is, where nobody wrote another one. */
const moment = (zone: string, wall: string, known: string | null): string | null => {
  if (known !== null && entered(zone, known) === wall) return known;
  return wall === '' ? null : momentOf(zone, wall);
};

const Fields = ({ zone }: Readonly<{ zone: string }>) => {
  const say = useTexts();
  const [params, setParams] = useSearchParams();
  const [number, setNumber] = useState(params.get('case') ?? '');
  const [at, setAt] = useState(entered(zone, params.get('at')));
  const [before, setBefore] = useState(entered(zone, params.get('before')));
  const show = (event: FormEvent) => {
    event.preventDefault();
    const wanted = {
      case: number.trim(),
      at: moment(zone, at, params.get('at')),
      before: moment(zone, before, params.get('before')),
    };
    setParams(Object.entries(wanted).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
  };
  return (
    <form onSubmit={show}>
      <Group align="flex-start" mb="lg" className="choices">
        <TextInput
          label={say('number')}
          value={number}
          onChange={({ currentTarget }) => setNumber(currentTarget.value)}
          autoCapitalize="off"
          required
        />
        <TextInput
          type="datetime-local"
          step={1}
          label={say('before')}
          description={say('beforeHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          value={before}
          onChange={({ currentTarget }) => setBefore(currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          step={1}
          label={say('at')}
          description={say('atHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          value={at}
          onChange={({ currentTarget }) => setAt(currentTarget.value)}
        />
        <Button type="submit" mt={25}>
          {say('show')}
        </Button>
      </Group>
    </form>
  );
};

export const MomentsForm = () => {
  const { data: town } = useTown();
  return town === undefined ? null : <Fields zone={town.zone} />;
};
