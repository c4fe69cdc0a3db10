/** A list whose end is folded away where it is long. */
import { List } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from './texts';

type Entry = Readonly<{ key: string; node: ReactNode }>;

const entriesOf = (entries: readonly Entry[]) =>
  entries.map(({ key, node }) => <List.Item key={key}>{node}</List.Item>);

/** A fold that would save one line or two saves nothing. */
const slack = 2;

export const FoldedList = ({
  entries,
  atMost,
  isWithin = false,
}: Readonly<{ entries: readonly Entry[]; atMost: number; isWithin?: boolean }>) => {
  const say = useTexts();
  const isLong = entries.length > atMost + slack;
  const first = isLong ? entries.slice(0, atMost) : entries;
  return (
    <>
      <List withPadding={isWithin}>{entriesOf(first)}</List>
      {isLong && (
        <details className="more">
          <summary>{say('thingsMore', { count: entries.length - first.length })}</summary>
          <List withPadding={isWithin}>{entriesOf(entries.slice(first.length))}</List>
        </details>
      )}
    </>
  );
};

/** The same for names that follow each other in a sentence. */
export const FoldedNames = ({
  names,
  between,
  atMost,
}: Readonly<{ names: readonly string[]; between: string; atMost: number }>) => {
  const say = useTexts();
  const rest = names.slice(atMost);
  return rest.length === 0 ? null : (
    <details className="more">
      <summary>{say('thingsMore', { count: rest.length })}</summary>
      {rest.join(between)}
    </details>
  );
};
