/** What a check has found: mistakes first, each with its file and its place. */
import { Alert, Badge, Group, Stack, Table, Text } from '@mantine/core';
import { useLanguage } from '../../app/texts';
import type { Found } from './checking';
import { useTexts } from './texts';

const shownAtMost = 200;
const colours = { mistake: 'red', warning: 'orange', note: 'gray' } as const;

export const Problems = ({ problems }: Pick<Found, 'problems'>) => {
  const say = useTexts();
  const language = useLanguage();
  const count = (severity: keyof typeof colours) => problems.filter((it) => it.severity === severity).length;
  const mistakes = count('mistake');
  return (
    <Stack gap="sm" className="pack-problems">
      <Alert color={mistakes > 0 ? 'red' : 'town'} role="status" variant="light">
        {mistakes > 0
          ? say('mistakes', { mistakes, warnings: count('warning') })
          : say('starts', { warnings: count('warning'), notes: count('note') })}
      </Alert>
      {problems.length > 0 && (
        <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                {(['kind', 'file', 'place', 'what'] as const).map((head) => (
                  <Table.Th key={head}>{say(head)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {problems.slice(0, shownAtMost).map(({ severity, code, file, at, spot, sentence }, nth) => (
                <Table.Tr key={`${file} ${at} ${code} ${nth}`} data-code={code}>
                  <Table.Td>
                    <Badge variant="light" color={colours[severity]} tt="none">
                      {say(severity)}
                    </Badge>
                  </Table.Td>
                  <Table.Td>{file}</Table.Td>
                  <Table.Td className="told">{spot[language]}</Table.Td>
                  <Table.Td className="told">{sentence[language]}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {problems.length > shownAtMost && (
        <Group>
          <Text c="dimmed">{say('more', { count: problems.length - shownAtMost })}</Text>
        </Group>
      )}
    </Stack>
  );
};
