/** A list as a file: all that meets its conditions and not only what is shown, a page at a time, with how far it is. */
import { byteOrderMark, csvLine } from '@mulin/kernel';
import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { textsOf } from '../app/texts';
import { Refusal } from './refusal';
import { saveFile } from './save-file';

const useTexts = textsOf('as-csv', {
  en: {
    csv: 'As a table (CSV)',
    so: '{{count}} lines read …',
    cut: 'The file has the first {{count}} lines. Narrow the list down for the others.',
  },
  zh: {
    csv: '导出表格',
    so: '已读取{{count}}行…',
    cut: '文件只含前{{count}}行，其余请缩小范围后导出。',
  },
});

type Page<Item> = Readonly<{ items: readonly Item[]; next: string | null }>;

type Props<Item> = Readonly<{
  /** What the file is called, without its ending. */
  name: string;
  columns: readonly Readonly<{ head: string; of: (it: Item) => string | null }>[];
  read: (cursor: string | null) => Promise<Page<Item>>;
}>;

/** A browser holds so many well, and a spreadsheet is of no use with more. */
const mostRows = 20_000;

export const AsCsv = <Item,>({ name, columns, read }: Props<Item>) => {
  const say = useTexts();
  const [count, setCount] = useState(0);
  const making = useMutation({
    mutationFn: async () => {
      const rows: (readonly string[])[] = [];
      let next: string | null = null;
      do {
        const page: Page<Item> = await read(next);
        rows.push(...page.items.map((it) => columns.map(({ of }) => of(it) ?? '')));
        setCount(rows.length);
        next = page.next;
      } while (next !== null && rows.length < mostRows);
      const lines = [columns.map(({ head }) => head), ...rows].map(csvLine);
      saveFile(new Blob([byteOrderMark, ...lines], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
      return next !== null;
    },
  });
  return (
    <div>
      <Group gap="xs">
        <Button variant="default" loading={making.isPending} onClick={() => making.mutate()}>
          {say('csv')}
        </Button>
        <Text size="sm" role="status">
          {making.isPending && say('so', { count })}
          {making.data === true && say('cut', { count })}
        </Text>
      </Group>
      <Refusal error={making.error} />
    </div>
  );
};
