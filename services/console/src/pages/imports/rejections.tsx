/** Rows that are no demand: the first of them, with what is wrong, and all of them as a table to keep. */
import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Rejected } from '@mulin/imports';
import { byteOrderMark, csvLine } from '@mulin/kernel';
import { useLanguage } from '../../app/texts';
import { saveFile } from '../../parts/save-file';
import { useTexts } from './texts';

const shownAtMost = 20;

const tableOf = async (rejected: readonly Rejected[], language: 'en' | 'zh'): Promise<Blob> => {
  const { rejectedHead } = await import('./reading');
  const rows = rejected.map(({ line, column, value, code, reason }) => [
    String(line),
    column,
    value,
    code,
    reason[language],
  ]);
  const lines = [rejectedHead, ...rows].map(csvLine);
  return new Blob([byteOrderMark, ...lines], { type: 'text/csv;charset=utf-8' });
};

type Props = Readonly<{ rejected: readonly Rejected[]; name: string; title: string }>;

export const Rejections = ({ rejected, name, title }: Props) => {
  const say = useTexts();
  const language = useLanguage();
  if (rejected.length === 0) return null;
  return (
    <Stack gap="xs" className="import-rejected">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {title}
        </Title>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => void tableOf(rejected, language).then((it) => saveFile(it, `${name}-rejected.csv`))}
        >
          {say('saveRejected', { rows: rejected.length })}
        </Button>
      </Group>
      <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {(['line', 'column', 'value', 'why'] as const).map((head) => (
                <Table.Th key={head}>{say(head)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rejected.slice(0, shownAtMost).map(({ line, column, value, code, reason }) => (
              <Table.Tr key={line} data-code={code}>
                <Table.Td className="number">{line}</Table.Td>
                <Table.Td>{column}</Table.Td>
                <Table.Td className="told">{value}</Table.Td>
                <Table.Td className="told">{reason[language]}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {rejected.length > shownAtMost && (
        <Text c="dimmed">{say('moreRejected', { rows: rejected.length - shownAtMost })}</Text>
      )}
    </Stack>
  );
};
