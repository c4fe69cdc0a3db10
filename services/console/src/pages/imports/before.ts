/** What became of a file before, as it is said before anything of it is imported. */
import type { Begun } from './begun';
import type { Job } from './state';

/** `otherName`: the town knows its rows under that name alone, and would register them once more. */
type Before = Readonly<{ before: 'stopped' | 'begun' | 'imported' | 'otherName'; begun: Begun | null }>;

/** `null`: nobody has begun it here. */
export const beforeOf = ({
  begun: all,
  draft,
  isStopped,
}: Pick<Job, 'begun' | 'draft' | 'isStopped'>): Before | null => {
  const begun = all.find((it) => it.draft.name === draft?.name) ?? null;
  if (isStopped) return { before: 'stopped', begun };
  if (begun !== null) return { before: begun.isDone ? 'imported' : 'begun', begun };
  const [other] = all;
  return other === undefined ? null : { before: 'otherName', begun: other };
};
