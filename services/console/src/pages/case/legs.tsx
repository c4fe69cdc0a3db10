/** Who had the order of a case, from when until when, and how long they worked on it. */
import { Badge, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { hasRight } from '@mulin/kernel';
import { answerOf, api, type Schemas } from '../../api/client';
import { useSession } from '../../api/session';
import { Asked } from '../../parts/asked';
import { useCodes } from '../../parts/codes';
import { usePersonName } from '../../parts/people';
import { Moment } from '../../parts/time';
import { OnPurpose } from './on-purpose';
import { useTexts } from './texts';

type Cycle = Schemas['Legs']['cycles'][number];

/** A moment, or what is said in its place. */
const Or = ({ at, else: other }: Readonly<{ at: string | null; else: string }>) =>
  at === null ? (
    <Text span size="sm" c="dimmed">
      {other}
    </Text>
  ) : (
    <Moment at={at} />
  );

const msPerMinute = 60_000;
const minutesPerHour = 60;

const CycleRows = ({ cycle, isOnly }: Readonly<{ cycle: Cycle; isOnly: boolean }>) => {
  const say = useTexts();
  const { wordOf } = useCodes();
  const personName = usePersonName();
  const span = (ms: number): string => {
    const minutes = Math.round(ms / msPerMinute);
    return say('hours', { hours: Math.floor(minutes / minutesPerHour), minutes: minutes % minutesPerHour });
  };
  return (
    <>
      {!isOnly && (
        <Table.Tr>
          <Table.Th colSpan={6}>
            <Badge variant="light" tt="none">
              {say('cycle', { nth: cycle.cycle })}
            </Badge>
          </Table.Th>
        </Table.Tr>
      )}
      {cycle.legs.map(({ leg, holder, from, takenAt, to, ended, worked }) => (
        <Table.Tr key={leg}>
          <Table.Td>{personName(holder)}</Table.Td>
          <Table.Td>
            <Moment at={from} />
          </Table.Td>
          <Table.Td>
            <Or at={takenAt} else={say('notTaken')} />
          </Table.Td>
          <Table.Td>
            <Or at={to} else={say('goesOn')} />
          </Table.Td>
          <Table.Td>{ended === null ? '' : wordOf('ended', ended)}</Table.Td>
          <Table.Td className="number">{worked === null ? '' : span(worked)}</Table.Td>
        </Table.Tr>
      ))}
    </>
  );
};

const Read = ({ caseId }: Readonly<{ caseId: string }>) => {
  const say = useTexts();
  const asked = useQuery({
    queryKey: ['legs', caseId],
    queryFn: () => answerOf(api.GET('/api/v1/orders/{caseId}/legs', { params: { path: { caseId } } })),
    retry: false,
  });
  const heads = ['leg', 'from', 'taken', 'until', 'how', 'worked'] as const;
  return (
    <Asked of={asked}>
      {({ cycles }) =>
        cycles.every(({ legs }) => legs.length === 0) ? (
          <Text c="dimmed">{say('noLegs')}</Text>
        ) : (
          <div className="scroll-x" tabIndex={0} role="region" aria-label={say('legs')}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  {heads.map((head) => (
                    <Table.Th key={head}>{say(head)}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {cycles.map((cycle) => (
                  <CycleRows key={cycle.cycle} cycle={cycle} isOnly={cycles.length === 1} />
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )
      }
    </Asked>
  );
};

export const LegsOf = ({ caseId, hasOrder }: Readonly<{ caseId: string; hasOrder: boolean }>) => {
  const say = useTexts();
  const session = useSession();
  if (!session || !hasOrder || !hasRight('order.read', session)) return null;
  return (
    <OnPurpose id="legs" title={say('legs')} button={say('showLegs')} isFree>
      {() => <Read caseId={caseId} />}
    </OnPurpose>
  );
};
