/** One dispute of the list: a line on a wide screen, a card on a phone. */
import { Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Schemas } from '../../api/client';
import { useAreaName } from '../../parts/area-names';
import { DisputeStateBadge, RiskBadge, useDisputeWords } from '../../parts/dispute-words';
import { useLabelled } from '../../parts/labelled';
import { usePersonName } from '../../parts/people';
import { Moment } from '../../parts/time';
import { useTexts } from './texts';

type Props = Readonly<{ it: Schemas['DisputeSummary']; account: string }>;

export const DisputeRow = ({ it, account }: Props) => {
  const say = useTexts();
  const words = useDisputeWords();
  const nameOf = useAreaName();
  const labelled = useLabelled();
  const personName = usePersonName();
  const other = it.mediator === null ? say('nobody') : personName(it.mediator);
  const mediator = it.mediator === account ? say('me') : other;
  return (
    <li className="row">
      <Link href={`/disputes/${encodeURIComponent(it.number)}`} className="row-link">
        <span className="row-first">
          <Text span fw={600}>
            {words.kind(it.kind)}
          </Text>
          <Text span size="sm" className="number">
            {it.number}
          </Text>
        </span>
        <span className="row-badges">
          <RiskBadge colour={it.colour} />
          <DisputeStateBadge state={it.state} />
        </span>
        <Text span size="sm" c="dimmed" className="row-more">
          {nameOf(it.area)} · {say('parties', { count: it.parties })} · {labelled(say('mediator'), mediator)}
          {it.outcome !== null && ` · ${words.outcome(it.outcome)}`}
        </Text>
        <Text span size="sm" c="dimmed" className="row-when">
          {say('opened')} <Moment at={it.openedAt} />
        </Text>
      </Link>
    </li>
  );
};
