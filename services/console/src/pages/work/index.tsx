/** One list, the thumb first: what is offered, what is in hand and due, what one helps with, what is to be verified. */
import { Badge, Stack, Title } from '@mantine/core';
import { hasRight } from '@mulin/kernel';
import { useSession } from '../../api/session';
import { Asked, Empty } from '../../parts/asked';
import { AsKept } from '../../parts/as-kept';
import { Page } from '../../parts/page';
import { WorkCard } from './card';
import { parts, useWork, type WorkItem } from './read';
import { useTexts } from './texts';

const Section = ({ title, items }: Readonly<{ title: string; items: readonly WorkItem[] }>) =>
  items.length === 0 ? null : (
    <section>
      <Title order={2} size="h4" mb="xs">
        {title}{' '}
        <Badge variant="light" size="lg">
          {items.length}
        </Badge>
      </Title>
      <Stack component="ul" className="plain" gap="sm">
        {items.map((item) => (
          <WorkCard key={item.order.caseId} item={item} />
        ))}
      </Stack>
    </section>
  );

export const View = () => {
  const say = useTexts();
  const session = useSession();
  const { asked, items } = useWork();
  const works = session && (hasRight('order.take', session) || hasRight('order.help', session));
  return (
    <Page title={say('title')} isNarrow>
      <Asked of={asked}>
        {({ keptAt }) => (
          <>
            <AsKept at={keptAt} />
            {items.length === 0 ? (
              <Empty title={say('emptyTitle')} hint={say(works === true ? 'emptyHint' : 'emptyVerifier')} />
            ) : (
              <Stack gap="xl">
                {parts.map((part) => (
                  <Section key={part} title={say(part)} items={items.filter((it) => it.part === part)} />
                ))}
              </Stack>
            )}
          </>
        )}
      </Asked>
    </Page>
  );
};
