/** Cases found by their numbers, or by what is in the list of cases, and named one by one. */
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client';
import { textsOf, useLanguage } from '../app/texts';

const useTexts = textsOf('cases-named', {
  en: { hint: 'A number, a place or what it is about', none: 'No such case' },
  zh: { hint: '编号、地点或事项', none: '没有匹配的案件' },
});

type Props = Readonly<{
  label: string;
  value: readonly string[];
  change: (numbers: readonly string[]) => void;
}>;

const settleMs = 300;
const shown = 12;

export const CaseChoice = ({ label, value, change }: Props) => {
  const say = useTexts();
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), settleMs);
  const { data } = useQuery({
    queryKey: ['cases-named', q, language],
    queryFn: () =>
      answerOf(api.GET('/api/v1/cases', { params: { query: { ...(q === '' ? {} : { q }), limit: shown } } })),
  });
  // What fitted before one typed on is not chosen by mistake.
  const isSettled = q === typed.trim();
  const found = (isSettled ? (data?.items ?? []) : []).flatMap(({ number, menuItemName, microGridName }) =>
    number === null
      ? []
      : [{ value: number, label: [number, menuItemName, microGridName].filter(Boolean).join(' · ') }],
  );
  const known = new Set(found.map((it) => it.value));
  const named = value.filter((it) => !known.has(it)).map((it) => ({ value: it, label: it }));
  return (
    <MultiSelect
      label={label}
      placeholder={say('hint')}
      nothingFoundMessage={isSettled && data !== undefined ? say('none') : undefined}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // What fits was chosen by the town.
      filter={({ options }) => options}
      data={[...named, ...found]}
      value={[...value]}
      onChange={change}
    />
  );
};
