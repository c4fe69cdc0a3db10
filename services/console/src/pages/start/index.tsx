/** Where a resident begins: what they come for, largest first. */
import { useTown } from '../../api/town';
import { Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import {
  IconCalendarEvent,
  IconChevronRight,
  IconFileSearch,
  IconHeartHandshake,
  IconMessage2Plus,
} from '@tabler/icons-react';
import { Link } from 'wouter';
import { useShellTexts } from '../../app/shell-texts';
import { useLanguage } from '../../app/texts';
import { useTexts } from './texts';

const ways = [
  { to: '/ask', name: 'ask', hint: 'askHint', icon: IconMessage2Plus },
  { to: '/my', name: 'my', hint: 'myHint', icon: IconFileSearch },
  { to: '/days', name: 'days', hint: 'daysHint', icon: IconCalendarEvent },
  { to: '/promises', name: 'promises', hint: 'promisesHint', icon: IconHeartHandshake },
] as const;

const useTownName = (): string => {
  const language = useLanguage();
  const shell = useShellTexts();
  const { data } = useTown();
  return data?.name[language] ?? shell('name');
};

export const View = () => {
  const say = useTexts();
  const shell = useShellTexts();
  const town = useTownName();
  useDocumentTitle(town);
  return (
    <div className="page page-narrow">
      <Title order={1} className="start-title">
        {say('title', { town })}
      </Title>
      <Text size="lg" c="dimmed" mb="lg">
        {say('hint')}
      </Text>
      <nav className="ways" aria-label={shell('residents')}>
        {ways.map(({ to, name, hint, icon: Icon }, nth) => (
          <Link key={to} href={to} className={nth === 0 ? 'way way-first' : 'way'}>
            <Icon size={nth === 0 ? 36 : 28} stroke={1.5} aria-hidden />
            <span className="way-words">
              <strong>{say(name)}</strong>
              <span>{say(hint)}</span>
            </span>
            <IconChevronRight size={20} aria-hidden />
          </Link>
        ))}
      </nav>
      <Text size="sm" c="dimmed" mt="xl" ta="center">
        {say('staff')} <Link href="/sign-in">{shell('signIn')}</Link>
      </Text>
    </div>
  );
};
