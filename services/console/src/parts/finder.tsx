/** One of many by typing a part of its name, its code or the first letters of its pinyin. */
import { type ComboboxItem, type OptionsFilter, Select, type SelectProps } from '@mantine/core';
import { type KeyboardEvent, useMemo, useState } from 'react';
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
  const [typed, setTyped] = useState('');
  const namesOf = ({ label, names = [] }: Choice) => [label, ...names];
  const filter: OptionsFilter = ({ options, search }) =>
    fitting(options as ComboboxItem[], search, ({ value, label }) =>
      namesOf(byValue.get(value) ?? { value, label }),
    ).slice(0, shown);
  /** Whoever types faster than the choices came, or than one was marked, means the first that fits. */
  const onKeyDown = ({ key, currentTarget }: KeyboardEvent<HTMLInputElement>) => {
    const isMarked = currentTarget.getAttribute('aria-activedescendant') !== null;
    const isChosen = props.value !== null && byValue.get(props.value ?? '')?.label === typed;
    const [best] =
      key === 'Enter' && typed !== '' && !isMarked && !isChosen ? fitting(choices, typed, namesOf) : [];
    if (best !== undefined) onChange(best.value);
  };
  return (
    <Select
      searchable
      selectFirstOptionOnChange
      autoSelectOnBlur={false}
      allowDeselect={false}
      {...props}
      onSearchChange={setTyped}
      onKeyDown={onKeyDown}
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
