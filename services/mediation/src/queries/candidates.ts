/** Who of a roster may be asked to mediate, and how much each of them has to do. */
import type { Dependencies } from '../dependencies.js';
import type { Known } from '../domain/dispute/dispute-state.js';
import { type Candidate, isRelated } from '../domain/dispute/mediators.js';

type Asked = Pick<Dependencies, 'mediatorsOf' | 'rows' | 'identity' | 'now'>;

/** Nobody whose account is disabled. `load`: disputes that go on. */
export const candidatesFor = async (
  { mediatorsOf, rows, identity, now }: Asked,
  area: string,
): Promise<readonly Candidate[]> => {
  const listed = mediatorsOf(area, now());
  if (listed.length === 0) return [];
  const [loads, disabled] = await Promise.all([
    rows.count('busy', { busy: { in: listed } }),
    identity.disabled(),
  ]);
  return listed
    .filter((mediator) => !disabled.has(mediator))
    .map((mediator) => ({ mediator, load: loads.get(mediator) ?? 0 }));
};

/** The roster as the committee chooses of it: by name, with who may not be given this dispute. */
export const rosterFor = async (deps: Asked, state: Known) => {
  const candidates = await candidatesFor(deps, state.area);
  return Promise.all(
    candidates.map(async ({ mediator, load }) => ({
      mediator,
      name: (await deps.identity.find(mediator))?.name ?? null,
      load,
      isRelated: isRelated(state, mediator),
    })),
  );
};
