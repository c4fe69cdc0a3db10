/** One of many by typing a part of its name, its code or the first letters of its pinyin. */
import { type ComboboxItem, type OptionsFilter, Select, type SelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { fitting } from './initials';

export type Choice = Readonly<{
  value: string;
  label: string;
  /** Said beside the name, smaller. */
  hint?: string;
  /** By what else it is found. */
  names?: readonly string[];
}>;

type Props = Omit<SelectProps, 'data' | 'filter' | 'renderOption' | 'onChange'> &
  Readonly<{ choices: readonly Choice[]; onChange: (value: string | null) => void }>;

/** More than these nobody reads; one types on. */
const shown = 40;

export const Finder = ({ choices, onChange, ...props }: Props) => {
  const byValue = useMemo(() => new Map(choices.map((it) => [it.value, it])), [choices]);
  const filter: OptionsFilter = ({ options, search }) =>
    fitting(options as ComboboxItem[], search, ({ value, label }) => [
      label,
      ...(byValue.get(value)?.names ?? []),
    ]).slice(0, shown);
  return (
    <Select
      searchable
      selectFirstOptionOnChange
      autoSelectOnBlur={false}
      allowDeselect={false}
      {...props}
      data={choices.map(({ value, label }) => ({ value, label }))}
      filter={filter}
      onChange={(value) => onChange(value)}
      renderOption={({ option }) => (
        <span>
          {option.label}
          {byValue.get(option.value)?.hint !== undefined && (
            <span className="finder-hint">{byValue.get(option.value)?.hint}</span>
          )}
        </span>
      )}
    />
  );
};
