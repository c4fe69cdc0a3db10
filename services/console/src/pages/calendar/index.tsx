/** A week of sessions by day: a mediator’s own, or those of the area for whoever leads it. */
import { Badge, Button, Group, Switch, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { answerOf, api, type Schemas } from '../../api/client';
import { useSession } from '../../api/session';
import { type Language } from '../../app/language';
import { useLanguage } from '../../app/texts';
import { Asked, Empty } from '../../parts/asked';
import { useLabelled } from '../../parts/labelled';
import { Page } from '../../parts/page';
import { useMeetingPlaces } from '../../parts/places';
import { dayAfter, momentOf, useTownClock } from '../../parts/town-clock';
import { useTexts } from './texts';

type Session = Schemas['MediationSession'];

const againMs = 30_000;
const daysOfWeek = 7;

/** The Monday of the week in which a day lies. */
const mondayOf = (day: string): string => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return dayAfter(day, -((weekday + 6) % daysOfWeek));
};

const dayIn = (language: Language, day: string, isShort = false): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'UTC',
    month: isShort ? 'short' : 'long',
    day: 'numeric',
    ...(isShort ? { weekday: 'short' } : {}),
  }).format(new Date(`${day}T00:00:00Z`));

const startOf = (zone: string, day: string): string => momentOf(zone, `${day}T00:00`) ?? '';

const clockTime = (at: string): string => at.slice(11, 16);

const Entry = ({ it, isOwn }: Readonly<{ it: Session; isOwn: boolean }>) => {
  const say = useTexts();
  const labelled = useLabelled();
  const { nameOf } = useMeetingPlaces();
  return (
    <li className={`week-entry week-${it.state}`}>
      <Text fw={600} className="number">
        {clockTime(it.from)}–{clockTime(it.until)}
      </Text>
      <Link href={`/disputes/${encodeURIComponent(it.number)}`} className="number">
        {it.number}
      </Link>
      <Text size="sm">{nameOf(it.place)}</Text>
      {!isOwn && (
        <Text size="sm" c="dimmed">
          {labelled(say('mediator'), it.mediator)}
        </Text>
      )}
      {it.state !== 'planned' && (
        <Badge variant="light" color={it.state === 'held' ? 'town' : 'gray'} tt="none">
          {say(it.state)}
        </Badge>
      )}
    </li>
  );
};

/** On a phone a day that is over, and on which nothing was, takes no room. */
const classOf = (day: string, today: string, count: number): string => {
  if (day === today) return 'week-day week-today';
  return day < today && count === 0 ? 'week-day week-idle' : 'week-day';
};

type WeekProps = Readonly<{ days: readonly string[]; sessions: readonly Session[]; account: string }>;

const Week = ({ days, sessions, account }: WeekProps) => {
  const say = useTexts();
  const language = useLanguage();
  const { today } = useTownClock();
  return (
    <div className="week">
      {days.map((day) => {
        const own = sessions.filter(({ from }) => from.slice(0, 10) === day);
        return (
          <section key={day} className={classOf(day, today, own.length)}>
            <Title order={2} size="h5">
              {dayIn(language, day, true)}
              {day === today && (
                <Text span size="sm" c="dimmed">
                  {' '}
                  {say('today')}
                </Text>
              )}
            </Title>
            {own.length === 0 ? (
              <Text size="sm" c="dimmed">
                {say('free')}
              </Text>
            ) : (
              <ul className="plain">
                {own.map((it) => (
                  <Entry key={`${it.disputeId}-${it.session}`} it={it} isOwn={it.mediator === account} />
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
};

export const View = () => {
  const say = useTexts();
  const language = useLanguage();
  const session = useSession();
  const { zone, today } = useTownClock();
  const [params, setParams] = useSearchParams();
  const monday = mondayOf(params.get('week') ?? today);
  const isMine = session?.role === 'mediator' && params.get('mine') !== 'false';
  const set = (name: string, value: string) =>
    setParams((before) => new URLSearchParams({ ...Object.fromEntries(before), [name]: value }));
  const asked = useQuery({
    queryKey: ['calendar', monday, zone, isMine],
    queryFn: () => {
      const from = startOf(zone, monday);
      const to = startOf(zone, dayAfter(monday, daysOfWeek));
      const own = isMine ? { mediator: session.account } : {};
      return answerOf(
        api.GET('/api/v1/mediation-calendar', { params: { query: { from, to, limit: 200, ...own } } }),
      );
    },
    refetchInterval: againMs,
    enabled: Boolean(session),
  });
  if (!session) return null;
  const days = Array.from({ length: daysOfWeek }, (_, nth) => dayAfter(monday, nth));
  const go = (week: string) => set('week', week);
  return (
    <Page
      title={say('title')}
      hint={say('hint', { from: dayIn(language, monday), to: dayIn(language, dayAfter(monday, 6)) })}
      actions={
        <Group gap="xs" wrap="nowrap" className="weeks">
          <Button variant="default" onClick={() => go(dayAfter(monday, -daysOfWeek))}>
            {say('before')}
          </Button>
          <Button variant="default" disabled={monday === mondayOf(today)} onClick={() => go(mondayOf(today))}>
            {say('now')}
          </Button>
          <Button variant="default" onClick={() => go(dayAfter(monday, daysOfWeek))}>
            {say('after')}
          </Button>
        </Group>
      }
    >
      {session.role === 'mediator' && (
        <Switch
          mb="md"
          label={say('mine')}
          checked={isMine}
          onChange={({ currentTarget }) => set('mine', String(currentTarget.checked))}
        />
      )}
      <Asked of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say('emptyTitle')} hint={say('emptyHint')} />
          ) : (
            <Week days={days} sessions={items} account={session.account} />
          )
        }
      </Asked>
    </Page>
  );
};
