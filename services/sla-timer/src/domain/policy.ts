/** How long the town gives itself, and who hears when it takes longer: one policy, in one version. */
import { type Instant, unreachable } from '@mulin/kernel';
import { type Calendar, due, type Ending, type Target, type Unit, usedUp } from '@mulin/working-time';
import type { ClockName, Question, Reckoned } from './terms.js';

export type Length = Readonly<{ unit: Unit; amount: number; end?: Ending | undefined }>;

/**
 * Who hears, and when: at a share of the target (0.8: four fifths of it; 1: when it is missed), or so long after
 * the due moment (a negative length: before it).
 */
export type Rung = Readonly<{ to: readonly string[] }> & Readonly<{ share: number } | { after: Length }>;

export type ClockRule = Readonly<{
  name: ClockName;
  length: Length;
  /** Cases of these urgencies get another length. */
  urgencies?: Readonly<Record<string, Length>> | undefined;
  /** Instead of the policy's own. */
  ladder?: readonly Rung[] | undefined;
}>;

export type Policy = Readonly<{
  id: string;
  /** The id of the calendar it counts by. */
  calendar: string;
  clocks: readonly ClockRule[];
  ladder: readonly Rung[];
}>;

export type Numbered<Content> = Readonly<{ version: number; content: Content }>;

const rungAt = (rung: Rung, target: Target, dueAt: Instant): Instant => {
  if ('share' in rung) return usedUp(target, dueAt, rung.share);
  if ('after' in rung) return due({ calendar: target.calendar, ...rung.after, start: dueAt }).dueAt;
  return unreachable(rung);
};

/** The moments of one clock, by these rules. */
export const reckonBy = (
  policy: Numbered<Policy>,
  calendar: Numbered<Calendar>,
  { name, urgency, startedAt, dueAt: settled }: Question,
): Reckoned | null => {
  const rule = policy.content.clocks.find((it) => it.name === name);
  if (rule === undefined) return null;
  const target = {
    calendar: calendar.content,
    start: startedAt,
    ...(rule.urgencies?.[urgency] ?? rule.length),
  };
  const { dueAt, provisional } = settled === undefined ? due(target) : { dueAt: settled, provisional: false };
  const ladder = (rule.ladder ?? policy.content.ladder).flatMap((rung) => {
    const at = rungAt(rung, target, dueAt);
    return rung.to.map((to) => ({ at, to }));
  });
  return {
    dueAt,
    ladder,
    policy: `${policy.content.id}@${policy.version}`,
    calendar: `${calendar.content.id}@${calendar.version}`,
    provisional,
  };
};
