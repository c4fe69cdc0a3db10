/** What a file holds before anything of it is sent: how it is written, its first rows as they are understood, what would be refused. */
import { Alert, Card, Stack, Table, Text, Title } from '@mantine/core';
import { channelWords } from '@mulin/kernel';
import { useLanguage } from '../../app/texts';
import { Moment } from '../../parts/time';
import type { Item } from './menu-words';
import type { First, Looked as Found } from './reading';
import { Rejections } from './rejections';
import { useTexts } from './texts';

const wordsShown = 80;
const short = (text: string): string => (text.length > wordsShown ? `${text.slice(0, wordsShown)}…` : text);

const placeOf = ({ row: { place } }: First): string => {
  if (place === null) return '–';
  const point = place.lat === undefined ? [] : [`${place.lat.toFixed(4)}, ${place.lon?.toFixed(4) ?? ''}`];
  return [...(place.address === undefined ? [] : [short(place.address)]), ...point].join(' · ');
};

const When = ({ at, isDay }: Readonly<{ at: string | null; isDay: boolean }>) =>
  at === null ? <>–</> : <Moment at={at} isDay={isDay} />;

const Row = ({
  it,
  items,
  localOf,
}: Readonly<{ it: First; items: readonly Item[]; localOf: (at: string) => string }>) => {
  const language = useLanguage();
  const { row, line } = it;
  const item = items.find(({ id }) => id === row.menuItem);
  const times = ['reportedAt', 'dueAt', 'closedAt'] as const;
  return (
    <Table.Tr>
      <Table.Td className="number">{line}</Table.Td>
      <Table.Td>{row.sourceNumber ?? row.sourceId}</Table.Td>
      {times.map((name) => (
        <Table.Td key={name}>
          <When
            at={row[name] === null ? null : localOf(row[name])}
            isDay={row.days?.includes(name) === true}
          />
        </Table.Td>
      ))}
      <Table.Td>{item?.name[language] ?? row.menuItem}</Table.Td>
      <Table.Td>{channelWords[row.channel as keyof typeof channelWords][language]}</Table.Td>
      <Table.Td className="told">{short(row.words)}</Table.Td>
      <Table.Td className="told">{placeOf(it)}</Table.Td>
    </Table.Tr>
  );
};

/** As the file's own zone has it. */
const localIn = (zone: string) => (at: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    .format(new Date(at))
    .replace(' ', 'T');

const heads = [
  'line',
  'id',
  'reportedAt',
  'dueAt',
  'closedAt',
  'menuItem',
  'channel',
  'words',
  'place',
] as const;

const FirstRows = ({ looked, items }: Readonly<{ looked: Found; items: readonly Item[] }>) => {
  const say = useTexts();
  const localOf = localIn(looked.mapping.zone);
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {say('firstRows')}
      </Title>
      <Table.ScrollContainer minWidth={1_000} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table className="import-first">
          <Table.Thead>
            <Table.Tr>
              {heads.map((head) => (
                <Table.Th key={head}>{say(head)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {looked.first.map((it) => (
              <Row key={it.line} it={it} items={items} localOf={localOf} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
};

export const Looked = ({ looked, items }: Readonly<{ looked: Found; items: readonly Item[] }>) => {
  const say = useTexts();
  const language = useLanguage();
  const { survey, written, rejected } = looked;
  return (
    <Stack>
      <Card withBorder>
        <Text role="status" className="import-summary">
          {say('summary', {
            rows: survey.read,
            good: survey.read - survey.rejected,
            rejected: survey.rejected,
            flagged: survey.flagged,
          })}
        </Text>
        <Text c="dimmed">{say('written', { written: written[language] })}</Text>
      </Card>
      {survey.remarks.map(({ code, text, isWrong }) => (
        <Alert key={`${code}${text.en}`} color={isWrong ? 'orange' : 'gray'} variant="light">
          {text[language]}
        </Alert>
      ))}
      {looked.first.length > 0 && <FirstRows looked={looked} items={items} />}
      <Rejections rejected={rejected} name={looked.mapping.name} title={say('wouldReject')} />
    </Stack>
  );
};
