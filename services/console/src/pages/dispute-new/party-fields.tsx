/** One side of a quarrel as it is written down. */
import { Button, Fieldset, Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useDisputeWords } from '../../parts/dispute-words';
import { useTexts } from './texts';

export type PartyDraft = Readonly<{
  role: 'applicant' | 'respondent' | 'third-party';
  name: string;
  phone: string;
  address: string;
  isBody: boolean;
}>;

type Props = Readonly<{
  party: PartyDraft;
  isMarked: boolean;
  set: (party: PartyDraft) => void;
  /** `null`: a quarrel has this side. */
  remove: (() => void) | null;
}>;

const titles = { applicant: 'applicant', respondent: 'respondent', 'third-party': 'third' } as const;

export const PartyFields = ({ party, isMarked, set, remove }: Props) => {
  const say = useTexts();
  const words = useDisputeWords();
  return (
    <Fieldset legend={say(titles[party.role])}>
      <Stack gap="sm">
        {remove !== null && (
          <Select
            label={say('role')}
            data={words.roles}
            value={party.role}
            onChange={(role) => set({ ...party, role: (role as PartyDraft['role'] | null) ?? party.role })} // one of the choices
            allowDeselect={false}
          />
        )}
        <div className="two">
          <TextInput
            label={say('name')}
            value={party.name}
            onChange={({ currentTarget }) => set({ ...party, name: currentTarget.value })}
            error={isMarked && party.name.trim() === '' && say('needed')}
            autoComplete="off"
            withAsterisk
          />
          <TextInput
            type="tel"
            label={say('phone')}
            placeholder={say('phoneHint')}
            value={party.phone}
            onChange={({ currentTarget }) => set({ ...party, phone: currentTarget.value })}
            autoComplete="off"
          />
        </div>
        <TextInput
          label={say('address')}
          value={party.address}
          onChange={({ currentTarget }) => set({ ...party, address: currentTarget.value })}
          autoComplete="off"
        />
        <Group justify="space-between">
          <Switch
            label={say('body')}
            checked={party.isBody}
            onChange={({ currentTarget }) => set({ ...party, isBody: currentTarget.checked })}
          />
          {remove !== null && (
            <Button variant="subtle" color="red" size="compact-sm" onClick={remove}>
              {say('remove')}
            </Button>
          )}
        </Group>
      </Stack>
    </Fieldset>
  );
};
