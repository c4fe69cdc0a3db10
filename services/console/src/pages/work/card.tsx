/** An order in the list: what, where, what next and how long still; what is offered is taken from here. */
import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconChevronRight } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { NotReached } from '../../api/client';
import { useDo } from '../../offline/use-outbox';
import { useDeedTexts } from '../../parts/deed-texts';
import { Refusal } from '../../parts/refusal';
import { Due } from '../../parts/time';
import type { GiveBack } from './give-back';
import type { WorkItem } from './read';
import { useTexts } from './texts';

/** How pressing it is, where it is more so than usual. */
export const Pressing = ({ urgency }: Readonly<{ urgency: string }>) => {
  const deeds = useDeedTexts();
  if (urgency !== 'emergency' && urgency !== 'urgent') return null;
  return (
    <Badge
      {...(urgency === 'emergency' ? { color: 'red.9' } : { variant: 'default', className: 'is-soon' })}
      tt="none"
      size="lg"
      leftSection={<IconAlertTriangle size={14} aria-hidden />}
    >
      {deeds(urgency)}
    </Badge>
  );
};

const Unsent = ({ entries }: Pick<WorkItem, 'entries'>) => {
  const say = useTexts();
  if (entries.length === 0) return null;
  const isRefused = entries.some(({ state }) => state === 'refused');
  return (
    <Badge {...(isRefused ? { color: 'red.9' } : { variant: 'default' })} tt="none" size="lg">
      {isRefused ? say('notAccepted') : say('notSent', { count: entries.length })}
    </Badge>
  );
};

type Sheet = typeof GiveBack;
const giveBack = async (): Promise<Sheet> => (await import('./give-back')).GiveBack;

/** What it asks with comes after what is read first, and before anybody presses. Where it did not come, it is asked for again. */
const useGiveBack = () => {
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const load = useCallback(
    (failed: () => void) => void giveBack().then((it) => setSheet(() => it), failed),
    [],
  );
  useEffect(() => load(() => undefined), [load]);
  const open = () => {
    setError(null);
    setOpen(true);
    if (sheet === null) load(() => setError(new NotReached()));
  };
  return { Sheet: sheet, isOpen, error, open, close: () => setOpen(false) };
};

const Offered = ({ order }: Pick<WorkItem, 'order'>) => {
  const say = useTexts();
  const act = useDo();
  const { Sheet, isOpen, error, open, close } = useGiveBack();
  const { caseId, number } = order;
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        size="lg"
        className="thumb"
        onClick={() => void act({ caseId, number, deed: { does: 'take' } })}
      >
        {say('take')}
      </Button>
      {!order.final && (
        <Button size="lg" variant="default" onClick={open}>
          {say('giveBack')}
        </Button>
      )}
      {Sheet !== null && <Sheet isOpen={isOpen} close={close} order={order} />}
      <Refusal error={error} />
    </Group>
  );
};

type Props = Readonly<{
  item: WorkItem;
  /** Within something else, and without what is done from here. */
  isPlain?: boolean;
}>;

const What = ({ item: { order, row, next, due, part, entries } }: Readonly<{ item: WorkItem }>) => (
  <Stack gap={4} className="work-what">
    <Group gap="xs">
      <Text fw={700} size="lg">
        {row?.menuItemName ?? order.menuItem}
      </Text>
      <Pressing urgency={order.urgency} />
      <Unsent entries={entries} />
    </Group>
    <Text>{row?.microGridName ?? row?.areaName}</Text>
    <Group justify="space-between" gap="xs">
      <Text size="sm" c="dimmed" className="number">
        {order.number}
      </Text>
      <Text component="span" className="work-due">
        {next !== null && part !== 'offered' && `${next.whatName} · `}
        {due !== null && <Due at={due} />}
      </Text>
    </Group>
  </Stack>
);

export const WorkCard = ({ item, isPlain = false }: Props) => (
  <Card withBorder component={isPlain ? 'div' : 'li'} padding="md" className="work-card">
    <Link href={`/work/${item.order.caseId}`} className="work-link">
      <What item={item} />
      <IconChevronRight size={22} aria-hidden />
    </Link>
    {item.part === 'offered' && !isPlain && <Offered order={item.order} />}
  </Card>
);
