/** By when the town answers, said before anything is sent. */
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { useLanguage } from '../../app/texts';
import { momentIn } from '../../parts/time';
import { useTexts } from './texts';

export const Promised = ({ menuItem }: Readonly<{ menuItem: string }>) => {
  const say = useTexts();
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ['promised-time', menuItem],
    queryFn: () => answerOf(api.GET('/api/v1/promised-time', { params: { query: { menuItem } } })),
    refetchInterval: 60_000,
  });
  if (data === undefined || data.promised.length === 0) return null;
  return (
    <section className="promised" aria-label={say('promised')}>
      <Text fw={600}>{say('promised')}</Text>
      <ul>
        {data.promised.map(({ clock, name, dueAt, isProvisional }) => (
          <li key={clock}>
            {say('promisedBy', { what: name[language], moment: momentIn(language, dueAt) })}
            {isProvisional && ` ${say('promisedSoft')}`}
          </li>
        ))}
      </ul>
    </section>
  );
};
