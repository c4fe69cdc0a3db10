/** What it is about, of the menu of the town: found by typing a part of its name. */
import { Select, type SelectProps } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { useLanguage } from '../../app/texts';

type Item = Schemas['MenuItem'];

const groupsOf = (items: readonly Item[], language: 'en' | 'zh') => {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const { id, name, group } of items) {
    const title = group?.name[language] ?? '';
    groups.set(title, [...(groups.get(title) ?? []), { value: id, label: name[language] }]);
  }
  const only = groups.size === 1 ? [...groups.values()][0] : undefined;
  return only ?? [...groups].map(([group, all]) => ({ group, items: all }));
};

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange'> &
  Readonly<{ items: readonly Item[]; value: string; choose: (id: string) => void }>;

export const ItemChoice = ({ items, value, choose, ...props }: Props) => (
  <Select
    {...props}
    searchable
    data={groupsOf(items, useLanguage())}
    value={value === '' ? null : value}
    onChange={(chosen) => choose(chosen ?? '')}
  />
);
