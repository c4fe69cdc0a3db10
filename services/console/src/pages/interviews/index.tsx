/** Interview days: whom to tell, today, and what comes; a day is published here. */
import { Badge, Group, Switch, Text, Title } from '@mantine/core';
import { hasRight } from '@mulin/kernel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answerOf, api, type Schemas } from '../../api/client';
import { apart } from '../../app/apart';
import { useSession } from '../../api/session';
import { useAreaName } from '../../parts/area-names';
import { Asked, Empty } from '../../parts/asked';
import { Fold } from '../../parts/fold';
import { Page } from '../../parts/page';
import { Moment } from '../../parts/time';
import { dayAfter, useTownClock } from '../../parts/town-clock';
import { useWords } from '../../parts/words';
import { Publish } from './publish';
import { useTexts } from './texts';
import { ToTellList } from './to-tell';

type Day = Schemas['InterviewDay'];

const sumOf = (all: readonly number[]): number => all.reduce((sum, it) => sum + it, 0);

const DayRow = ({ it }: Readonly<{ it: Day }>) => {
  const say = useTexts();
  const words = useWords();
  const nameOf = useAreaName();
  const [first] = it.slots;
  const free = sumOf(it.slots.map((slot) => slot.free));
  const all = sumOf(it.slots.map((slot) => slot.capacity));
  return (
    <li className="row">
      <Link href={`/interviews/${it.day}`} className="row-link">
        <span className="row-first">
          <Text span fw={600}>
            {first === undefined ? it.date : <Moment at={first.from} />}
          </Text>
          <Text span>{apart(it.place)}</Text>
        </span>
        <span className="row-badges">
          {it.isCalledOff ? (
            <Badge color="gray" variant="light" tt="none">
              {say('calledOff')}
            </Badge>
          ) : (
            <Badge variant="light" tt="none">
              {say('free', { free, all })}
            </Badge>
          )}
        </span>
        <Text span size="sm" c="dimmed">
          {nameOf(it.area)} · {words.role(it.heldBy)}
        </Text>
      </Link>
    </li>
  );
};

const Part = ({ title, days }: Readonly<{ title: string; days: readonly Day[] }>) =>
  days.length === 0 ? null : (
    <section>
      <Title order={2} size="h4" mt="lg">
        {title}
      </Title>
      <ul className="plain rows">
        {days.map((it) => (
          <DayRow key={it.day} it={it} />
        ))}
      </ul>
    </section>
  );

const Days = ({ days }: Readonly<{ days: readonly Day[] }>) => {
  const say = useTexts();
  const { today } = useTownClock();
  if (days.length === 0) return <Empty title={say('emptyTitle')} hint={say('emptyHint')} />;
  const past = days.filter(({ date }) => date < today);
  return (
    <>
      <Part title={say('today')} days={days.filter(({ date }) => date === today)} />
      <Part title={say('coming')} days={days.filter(({ date }) => date > today)} />
      <Part title={say('past')} days={[...past].reverse()} />
    </>
  );
};

const monthBefore = 31;

export const View = () => {
  const say = useTexts();
  const session = useSession();
  const { today } = useTownClock();
  const [isPast, setPast] = useState(false);
  const from = isPast ? dayAfter(today, -monthBefore) : today;
  const isBound = session?.role === 'community-secretary';
  const asked = useQuery({
    queryKey: ['interview-days', from, isBound ? session.area : null],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/interview-days', {
          params: { query: { from, limit: 200, ...(isBound ? { area: session.area } : {}) } },
        }),
      ),
    refetchInterval: 30_000,
  });
  if (!session) return null;
  return (
    <Page title={say('title')} hint={say('hint')}>
      {hasRight('interview.receive', session) && <ToTellList />}
      <Group align="flex-start" mb="sm">
        {hasRight('interview-day.publish', session) && (
          <Fold label={say('publish')} variant="filled">
            {(close) => <Publish session={session} close={close} />}
          </Fold>
        )}
        <Switch
          label={say('showPast')}
          checked={isPast}
          onChange={({ currentTarget }) => setPast(currentTarget.checked)}
          mt={8}
        />
      </Group>
      <Asked of={asked}>{({ items }) => <Days days={items} />}</Asked>
    </Page>
  );
};
