/** Cases that one may see, newest first: a list that goes on as one scrolls. */
import { Group, Select, Switch, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { caseStateWords } from '@mulin/kernel';
import { useListKeys } from '../../parts/list-keys';
import { Page } from '../../parts/page';
import { useLanguage } from '../../app/texts';
import { useCases } from './find';
import { CaseTable } from './table';
import { Others } from './others';
import { useTexts } from './texts';

/** Conditions stand in the address, so that a list can be sent to somebody, and is there after going back. */
const useConditions = () => {
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === null || value === '') after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  const remove = (names: readonly string[]) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      for (const name of names) after.delete(name);
      return after;
    });
  return { params, set, remove };
};

const Conditions = ({ params, set }: ReturnType<typeof useConditions>) => {
  const say = useTexts();
  const language = useLanguage();
  const [text, setText] = useState(params.get('q') ?? '');
  const [settled] = useDebouncedValue(text, 300);
  if (settled !== (params.get('q') ?? '') && settled === text) set('q', settled);
  const states = Object.entries(caseStateWords).map(([value, words]) => ({ value, label: words[language] }));
  const nets = (['life', 'production', 'commerce'] as const).map((value) => ({ value, label: say(value) }));
  return (
    <Group mb="md" gap="sm" className="find">
      <TextInput
        className="find-words"
        aria-label={say('search')}
        placeholder={say('search')}
        data-search
        autoFocus={params.has('find')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Select
        aria-label={say('state')}
        placeholder={`${say('state')}: ${say('any')}`}
        data={states}
        value={params.get('state')}
        onChange={(value) => set('state', value)}
        clearable
      />
      <Select
        aria-label={say('net')}
        placeholder={`${say('net')}: ${say('any')}`}
        data={nets}
        value={params.get('net')}
        onChange={(value) => set('net', value)}
        clearable
      />
      <Switch
        label={say('late')}
        checked={params.get('late') === 'true'}
        onChange={({ currentTarget }) => set('late', currentTarget.checked ? 'true' : null)}
      />
    </Group>
  );
};

export const View = () => {
  const say = useTexts();
  const conditions = useConditions();
  const found = useCases(conditions.params);
  useListKeys();
  return (
    <Page title={say('title')} hint={say('hint')}>
      <Conditions {...conditions} />
      <Others params={conditions.params} remove={conditions.remove} />
      <CaseTable found={found} />
    </Page>
  );
};
