/** What is late, put together by place or by person: where most is late comes first. */
import type { Schemas } from '../../api/client';

type Late = Pick<Schemas['Escalation'], 'caseId' | 'clock' | 'areaName' | 'holderName' | 'level' | 'dueAt'>;

export type By = 'area' | 'holder';
type Group<It extends Late> = Readonly<{ name: string | null; items: readonly It[]; count: number }>;

const nameOf = ({ areaName, holderName }: Late, by: By): string | null =>
  by === 'area' ? areaName : holderName;

export const groupsOf = <It extends Late>(items: readonly It[], by: By): readonly Group<It>[] => {
  const byName = new Map<string | null, It[]>();
  for (const item of items) {
    const name = nameOf(item, by);
    byName.set(name, [...(byName.get(name) ?? []), item]);
  }
  return [...byName.entries()]
    .map(([name, those]) => ({ name, items: those, count: lateOnes(those).length }))
    .sort((a, b) => b.count - a.count);
};

/** A warning says that something will be late; everything else is. */
export const isSoon = ({ level }: Pick<Late, 'level'>): boolean => level === 'warning';

/** A deadline of which several were told is one line: those who were told of it, together. */
export const lateOnes = <It extends Late>(items: readonly It[]): readonly (readonly It[])[] => {
  const byClock = new Map<string, It[]>();
  for (const item of items) {
    const clock = `${item.caseId} ${item.clock}`;
    byClock.set(clock, [...(byClock.get(clock) ?? []), item]);
  }
  return [...byClock.values()];
};
