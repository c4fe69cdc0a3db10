/** What would be otherwise if this pack were put in place of the one with which the town runs. */
import { List, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from '../../app/texts';
import type { Difference, Thing } from './difference';
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
  const names = things.slice(0, namedAtMost).map(({ id, name }) => name[language] || id);
  const more = things.length - names.length;
  return (
    <List.Item>
      {say('things', { label, count: things.length, names: names.join(language === 'zh' ? '、' : '; ') })}
      {more > 0 && ` ${say('thingsMore', { count: more })}`}
    </List.Item>
  );
};

const One = ({ kind, before, after, added, gone, changed }: Difference) => {
  const say = useTexts();
  const isSame = added.length + gone.length + changed.length === 0;
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
        </List>
      )}
    </div>
  );
};

/** `children`: what is compared in another way. */
export const Differences = ({
  all,
  children,
}: Readonly<{ all: readonly Difference[]; children: ReactNode }>) => {
  const say = useTexts();
  return (
    <Stack gap="sm" className="pack-differences">
      <Title order={3} size="h5">
        {say('changes')}
      </Title>
      {all.map((it) => (
        <One key={it.kind} {...it} />
      ))}
      {children}
      <Text c="dimmed">{say('changesHint')}</Text>
    </Stack>
  );
};
