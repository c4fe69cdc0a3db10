/** Whom to call, and who waits for the secretary instead. */
import { Badge, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { useLanguage } from '../../app/texts';
import { Moment, momentIn } from '../../parts/time';
import { inOrder, isCallable, type ToCall } from './find';
import { useTexts } from './texts';

const Line = ({ it, isOpen }: Readonly<{ it: ToCall; isOpen: boolean }>) => {
  const say = useTexts();
  const language = useLanguage();
  return (
    <li>
      <Link
        href={`/desk/calls/${encodeURIComponent(it.number)}`}
        className="call-line"
        data-row
        {...(isOpen ? { 'aria-current': 'true' } : {})}
      >
        <span className="number">{it.number}</span>
        {isCallable(it) ? null : (
          <Badge variant="light" color="gray" tt="none">
            {say('from', { at: momentIn(language, it.nextCallFrom ?? '') })}
          </Badge>
        )}
        <Text span size="sm" c="dimmed" className="call-line-more">
          {say('since')} <Moment at={it.since} />
          {it.attempts > 0 && ` · ${say('tries', { count: it.attempts })}`}
        </Text>
      </Link>
    </li>
  );
};

export const ToCallList = ({ items, open }: Readonly<{ items: readonly ToCall[]; open: string | null }>) => {
  const say = useTexts();
  return (
    <section>
      <Title order={2} size="h5" mb={6}>
        {say('due')} <Badge variant="light">{items.length}</Badge>
      </Title>
      <ul className="plain call-list">
        {inOrder(items).map((it) => (
          <Line key={it.caseId} it={it} isOpen={it.number === open} />
        ))}
      </ul>
    </section>
  );
};

export const WithSecretary = ({ items }: Readonly<{ items: readonly ToCall[] }>) => {
  const say = useTexts();
  if (items.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h5" mb={6}>
        {say('secretary')} <Badge variant="light">{items.length}</Badge>
      </Title>
      <Text size="sm" c="dimmed" mb={6}>
        {say('secretaryHint')}
      </Text>
      <Stack component="ul" className="plain" gap={4}>
        {items.map(({ caseId, number }) => (
          <li key={caseId}>
            <Link href={`/cases/${encodeURIComponent(number)}`} className="number">
              {number}
            </Link>
          </li>
        ))}
      </Stack>
    </section>
  );
};
