/** What would be otherwise if this pack were put in place of the one with which the town runs. */
import { List, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from '../../app/texts';
import type { Difference, Thing } from './difference';
import { FoldedNames } from './folded';
import { MoreChanges } from './rule-changes';
import { countOf, type PartChange } from './rules';
import { useTexts } from './texts';

const namedAtMost = 12;

const titles = {
  menu: 'diffMenu',
  grids: 'diffGrids',
  offices: 'diffOffices',
  duties: 'diffDuties',
} as const;

const Things = ({ label, things }: Readonly<{ label: string; things: readonly Thing[] }>) => {
  const say = useTexts();
  const language = useLanguage();
  if (things.length === 0) return null;
  const between = language === 'zh' ? '、' : '; ';
  const names = things.map(({ id, name }) => name[language] || id);
  return (
    <List.Item>
      {say('things', { label, count: things.length, names: names.slice(0, namedAtMost).join(between) })}
      <FoldedNames names={names} between={between} atMost={namedAtMost} />
    </List.Item>
  );
};

const One = ({
  list: { kind, before, after, added, gone, changed, moved },
  rules,
}: Readonly<{ list: Difference; rules: PartChange | undefined }>) => {
  const say = useTexts();
  const others = rules === undefined ? 0 : countOf(rules);
  const isSame = [added, gone, changed, moved].flat().length + others === 0;
  return (
    <div data-difference={kind}>
      <Text fw={600}>{say('beforeAfter', { what: say(titles[kind]), before, after })}</Text>
      {isSame ? (
        <Text c="dimmed">{say('same')}</Text>
      ) : (
        <List>
          <Things label={say('added')} things={added} />
          <Things label={say('gone')} things={gone} />
          <Things label={say('changed')} things={changed} />
          <Things label={say('moved')} things={moved} />
        </List>
      )}
      <MoreChanges rules={rules} />
    </div>
  );
};

type Props = Readonly<{
  lists: readonly Difference[];
  /** Of a list, what else is otherwise with it. */
  rulesOf: (kind: Difference['kind']) => PartChange | undefined;
  /** What is compared in another way. */
  children: ReactNode;
}>;

export const Differences = ({ lists, rulesOf, children }: Props) => {
  const say = useTexts();
  return (
    <Stack gap="sm" className="pack-differences">
      <Title order={3} size="h5">
        {say('changes')}
      </Title>
      {lists.map((it) => (
        <One key={it.kind} list={it} rules={rulesOf(it.kind)} />
      ))}
      {children}
      <Text c="dimmed">{say('changesHint')}</Text>
    </Stack>
  );
};
