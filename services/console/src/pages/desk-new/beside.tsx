/** Beside the call: what this number asked before, and what is open already of the same kind and place. */
import { Button, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answerOf, api, type Schemas } from '../../api/client';
import { useLanguage } from '../../app/texts';
import { Asked } from '../../parts/asked';
import { CasesBeside } from '../../parts/beside';
import { type Call, isWholePhone } from './fields';
import { useTexts } from './texts';

type Case = Schemas['CaseListed'];

const over = new Set(['closed', 'declined', 'withdrawn', 'merged']);
const isOpen = ({ state }: Case): boolean => !over.has(state);

const settleMs = 500;

/** Reading by a number is on record: it is asked once, when the number is whole. */
const useEarlier = (phone: string) => {
  const language = useLanguage();
  const [settled] = useDebouncedValue(phone.trim(), settleMs);
  return useQuery({
    queryKey: ['cases-of-phone', settled, language],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/cases', {
          params: { query: { phone: settled, purpose: 'answering', limit: 10 } },
        }),
      ),
    enabled: isWholePhone(settled),
    staleTime: 60_000,
  });
};

const useDoubles = ({ menuItem, microGrid }: Call) => {
  const language = useLanguage();
  return useQuery({
    queryKey: ['doubles', menuItem, microGrid, language],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/cases', {
          params: { query: { menuItem: menuItem ?? '', grid: microGrid ?? '', limit: 20 } },
        }),
      ),
    enabled: menuItem !== null && microGrid !== null,
  });
};

const Waits = ({ title, hint }: Readonly<{ title: string; hint: string }>) => (
  <section>
    <Title order={2} size="h5" mb={6}>
      {title}
    </Title>
    <Text size="sm" c="dimmed">
      {hint}
    </Text>
  </section>
);

export const Beside = ({ call }: Readonly<{ call: Call }>) => {
  const say = useTexts();
  const earlier = useEarlier(call.phone);
  const doubles = useDoubles(call);
  const add = (it: Case) =>
    isOpen(it) ? (
      <Button
        component={Link}
        href={`/cases/${encodeURIComponent(it.number ?? it.caseId)}?do=note`}
        size="compact-sm"
        variant="subtle"
        mt={4}
      >
        {say('addHere')}
      </Button>
    ) : null;
  return (
    <Stack gap="lg">
      {isWholePhone(call.phone) ? (
        <Asked of={earlier}>
          {({ items }) => <CasesBeside title={say('earlier')} items={items} none={say('noEarlier')} />}
        </Asked>
      ) : (
        <Waits title={say('earlier')} hint={say('phoneFirst')} />
      )}
      {call.menuItem !== null && call.microGrid !== null ? (
        <Asked of={doubles}>
          {({ items }) => (
            <CasesBeside
              title={say('doubles')}
              items={items.filter(isOpen)}
              none={say('noDoubles')}
              actionOf={add}
            />
          )}
        </Asked>
      ) : (
        <Waits title={say('doubles')} hint={say('placeFirst')} />
      )}
    </Stack>
  );
};
