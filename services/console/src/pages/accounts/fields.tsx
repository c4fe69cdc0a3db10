/** What an account is: how people call whoever has it, what they do, and where. */
import { Select, TextInput } from '@mantine/core';
import { type Role, roles, roleWords } from '@mulin/kernel';
import { useAreasOnDuty } from '../../api/town';
import { useLanguage } from '../../app/texts';
import { useTexts } from './texts';

/** `area`: `null` is the whole town. */
export type Entered = Readonly<{ name: string; role: Role; area: string | null }>;

/** Also one that the town has no more, where an account has it still. */
const useAreas = (entered: string | null) => {
  const language = useLanguage();
  const { data } = useAreasOnDuty();
  const named =
    data === undefined
      ? []
      : [...data.areas, ...data.microGrids.map(({ area, name }) => ({ path: area, name }))];
  const areas = named.map(({ path, name }) => ({ value: path, label: `${name[language]} (${path})` }));
  const isKnown = entered === null || areas.some(({ value }) => value === entered);
  return isKnown ? areas : [...areas, { value: entered, label: entered }];
};

type Props = Readonly<{
  entered: Entered;
  enter: (entered: Entered) => void;
  /** Role and area stay as they are. */
  isNameOnly?: boolean;
}>;

export const AccountFields = ({ entered, enter, isNameOnly = false }: Props) => {
  const say = useTexts();
  const language = useLanguage();
  const { name, role, area } = entered;
  const areas = useAreas(area);
  return (
    <>
      <TextInput
        label={say('name')}
        value={name}
        onChange={({ currentTarget }) => enter({ ...entered, name: currentTarget.value })}
        maxLength={100}
      />
      <Select
        label={say('role')}
        data={roles.map((value) => ({ value, label: roleWords[value][language] }))}
        value={role}
        onChange={(value) => enter({ ...entered, role: (value ?? role) as Role })}
        disabled={isNameOnly}
        searchable
      />
      <Select
        label={say('area')}
        placeholder={say('wholeTown')}
        data={areas}
        value={area}
        onChange={(value) => enter({ ...entered, area: value })}
        disabled={isNameOnly}
        searchable
        clearable
        limit={50}
      />
    </>
  );
};
