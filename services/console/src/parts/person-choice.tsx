/** Somebody who works for the town, found by name, pinyin, role or place; nobody has to know an account by heart. */
import { roleWords } from '@mulin/kernel';
import { textsOf, useLanguage } from '../app/texts';
import { useAreaName } from './area-names';
import { type Choice, Finder } from './finder';
import { type Person, usePeople } from './people';

const useTexts = textsOf('person', {
  en: {
    hint: 'Write a name, a role or a place',
    none: 'Nobody of this name',
  },
  zh: {
    hint: '输入姓名、角色或辖区',
    none: '没有匹配的人员',
  },
});

type Props = Readonly<{
  label: string;
  description?: string;
  value: string;
  choose: (account: string) => void;
  /** Who of the town can be meant at all; absent: everybody. */
  isMeant?: (person: Person) => boolean;
  error?: string | false;
  isOptional?: boolean;
}>;

const everybody = () => true;

export const PersonChoice = ({ isMeant = everybody, ...props }: Props) => {
  const say = useTexts();
  const language = useLanguage();
  const nameOf = useAreaName();
  const { data } = usePeople();
  const choices = (data ?? [])
    .filter((person) => !person.disabled && isMeant(person))
    .map(({ account, name, role, area }): Choice => {
      const [as, where] = [roleWords[role][language], nameOf(area)];
      const names = [name ?? '', as, where, account];
      return { value: account, label: `${name ?? account} · ${as}`, hint: where, names };
    });
  const { label, description, value, choose, error, isOptional = false } = props;
  return (
    <Finder
      label={label}
      {...(description === undefined ? {} : { description })}
      placeholder={say('hint')}
      nothingFoundMessage={say('none')}
      choices={choices}
      value={value === '' ? null : value}
      onChange={(account) => choose(account ?? '')}
      error={error ?? false}
      clearable={isOptional}
      withAsterisk={!isOptional}
    />
  );
};
