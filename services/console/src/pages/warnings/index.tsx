/** What should be looked at before it is late: each warning with its reason and its cases, and the topics of a month. */
import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answerOf, api, type Schemas } from '../../api/client';
import { translated } from '../../api/translated';
import { useLanguage } from '../../app/texts';
import { Asked, Empty } from '../../parts/asked';
import { useNames } from '../../parts/names';
import { Page } from '../../parts/page';
import { useTexts } from './texts';
import { Topics } from './topics';

type Warning = Schemas['EarlyWarning'];
type What = Warning['what'];

/** What grows at once comes before what repeats itself over weeks. */
const kinds: readonly What[] = ['burst', 'rising', 'likely-late', 'repeated-by-place', 'repeated-by-person'];
const colours: Readonly<Record<What, string>> = {
  burst: 'red',
  rising: 'orange',
  'likely-late': 'yellow',
  'repeated-by-place': 'grape',
  'repeated-by-person': 'blue',
};
/** So many of each kind are shown at first. */
const atFirst = 6;
/** So many numbers are shown; a burst may have hundreds. */
const mostNumbers = 8;

const likeIt = ({ area, menuItem }: Warning): string =>
  `/cases?${new URLSearchParams({ area, ...(menuItem === null ? {} : { menuItem }) }).toString()}`;

const One = ({ it }: Readonly<{ it: Warning }>) => {
  const say = useTexts();
  const names = useNames();
  const { what, text, numbers, chance } = it;
  return (
    <Card withBorder component="li" padding="sm">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Text size="sm" fw={600}>
          {names.area(it.area)}
        </Text>
        {chance !== null && (
          <Text size="sm" c="dimmed">
            {say('chance', { chance: Math.round(chance * 100) })}
          </Text>
        )}
      </Group>
      <Text className="told" my={6}>
        {text}
      </Text>
      <Group gap="xs" className="numbers">
        {numbers.slice(0, mostNumbers).map((number) => (
          <Link key={number} href={`/cases/${encodeURIComponent(number)}`} className="number">
            {number}
          </Link>
        ))}
        {numbers.length > mostNumbers && (
          <Text span size="sm" c="dimmed">
            {say('moreNumbers', { count: numbers.length - mostNumbers })}
          </Text>
        )}
        {what !== 'repeated-by-person' && what !== 'likely-late' && (
          <Link href={likeIt(it)}>{say('like')}</Link>
        )}
      </Group>
    </Card>
  );
};

const OfKind = ({ what, items }: Readonly<{ what: What; items: readonly Warning[] }>) => {
  const say = useTexts();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? items : items.slice(0, atFirst);
  return (
    <section aria-label={say(what)}>
      <Group gap="xs" mb="xs">
        <Title order={2} size="h4">
          {say(what)}
        </Title>
        <Badge variant="light" color={colours[what]}>
          {items.length}
        </Badge>
      </Group>
      <ul className="plain cards">
        {shown.map((it) => (
          <One key={`${it.area}-${it.menuItem}-${it.numbers.join()}`} it={it} />
        ))}
      </ul>
      {shown.length < items.length && (
        <Button variant="default" mt="xs" onClick={() => setWhole(true)}>
          {say('rest', { count: items.length })}
        </Button>
      )}
    </section>
  );
};

const Warnings = () => {
  const say = useTexts();
  const language = useLanguage();
  const asked = useQuery({
    ...translated(['warnings'], language),
    queryFn: () => answerOf(api.GET('/api/v1/early-warnings')),
  });
  return (
    <Asked of={asked}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={say('emptyTitle')} hint={say('emptyHint')} />
        ) : (
          <Stack gap="lg">
            {kinds.map((kind) => {
              const ofKind = items.filter(({ what }) => what === kind);
              return ofKind.length === 0 ? null : <OfKind key={kind} what={kind} items={ofKind} />;
            })}
          </Stack>
        )
      }
    </Asked>
  );
};

export const View = () => {
  const say = useTexts();
  return (
    <Page title={say('title')} hint={say('hint')}>
      <Warnings />
      <Title order={2} size="h3" mt="xl">
        {say('topics')}
      </Title>
      <Text c="dimmed" mb="sm">
        {say('topicsHint')}
      </Text>
      <Topics />
    </Page>
  );
};
