/**
 * Random disputes, told as mediation tells them: what one decision comes to is all of one moment. Whatever the order in
 * which it is heard, however often, the same waits; and what waits is what the story comes to.
 */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { waiting } from '../a-matter.testing.js';
import type { DisputeNews, OfCommitments, OfMediation } from '../observed-events.js';

const number = 'mu-T2026-000001';
const area = 'mu/c1/v1/g1';
const dueAt = '2026-03-20T09:00:00.000Z';
const dispute = { number, of: 'dispute', area } as const;

type Said =
  Readonly<{ from: 'mediation'; said: OfMediation }> | Readonly<{ from: 'commitments'; said: OfCommitments }>;
const mediation = (said: OfMediation): Said => ({ from: 'mediation', said });
const commitments = (said: OfCommitments): Said => ({ from: 'commitments', said });

/** How a dispute stands while its story is made. */
type Known = Readonly<{ mediator: string | null; turn: number; dangers: readonly number[]; isOver: boolean }>;
type Deed = Readonly<{ after: Known; said: readonly Said[] }>;
type Doing = (known: Known) => Deed | null;

const set = (clock: string, holder: string | null = null) =>
  mediation({ is: 'deadline-set', ...dispute, clock, holder, dueAt: null });
const done = (clock: string) => mediation({ is: 'deadline-over', ...dispute, clock });
const running = (clock: string) => commitments({ is: 'running', ...dispute, clock, dueAt });
const named = (account: string, because: string) =>
  mediation({ is: 'assigned', number, mediator: account, because, area });
const settle = ({ turn }: Known) => `settle/${turn}`;

const assign =
  (account: string): Doing =>
  (known) => {
    if (known.isOver || known.mediator === account) return null;
    const after = { ...known, mediator: account };
    if (known.mediator === null)
      return { after, said: [named(account, 'named'), done('assign/1'), set(settle(known), account)] };
    const given = mediation({ is: 'deadline-given', ...dispute, clock: settle(known), holder: account });
    return { after, said: [named(account, 'replaced'), given] };
  };
const challenge: Doing = (known) =>
  known.isOver || known.mediator === null
    ? null
    : { after: known, said: [mediation({ is: 'challenged', number, area })] };
const danger: Doing = (known) => {
  const nth = known.dangers.length + 1;
  const after = { ...known, dangers: [...known.dangers, nth] };
  const clock = `danger/${nth}`;
  return known.isOver
    ? null
    : { after, said: [mediation({ is: 'danger', number, danger: nth, area }), set(clock), running(clock)] };
};
const calm: Doing = (known) => {
  const [nth, ...left] = known.dangers;
  // Those that are calm keep their numbers.
  return nth === undefined || left.length > 0 ? null : { after: known, said: [done(`danger/${nth}`)] };
};
const end: Doing = (known) =>
  known.isOver || known.mediator === null
    ? null
    : {
        after: { ...known, isOver: true },
        said: [mediation({ is: 'dispute-over', number }), done(settle(known))],
      };
/** Whoever had it has it again, so that somebody to name is owed and answered at once. */
const reopen: Doing = (known) => {
  if (!known.isOver) return null;
  const after = { ...known, turn: known.turn + 1, isOver: false };
  const naming = `assign/${after.turn}`;
  const said = [set(naming), done(naming), set(settle(after), known.mediator)];
  return { after, said: [mediation({ is: 'dispute-reopened', number }), ...said] };
};
const warn: Doing = (known) =>
  known.isOver || known.mediator === null
    ? null
    : {
        after: known,
        said: [
          commitments({
            ...{ is: 'told', ...dispute, clock: settle(known), to: 'holder', holder: known.mediator },
            ...{ level: 'warning', dueAt },
          }),
        ],
      };

const deeds = [assign('tang'), assign('ye'), challenge, danger, calm, end, reopen, warn];

const openedWith = (mediator: string | null): Deed => {
  const after = { mediator, turn: 1, dangers: [], isOver: false };
  const said =
    mediator === null
      ? [set('assign/1')]
      : [named(mediator, 'load'), set('assign/1'), done('assign/1'), set('settle/1', mediator)];
  return { after, said: [mediation({ is: 'opened', number, area }), ...said] };
};

type Story = Readonly<{ known: Known; news: readonly DisputeNews[] }>;

const told = (mediator: string | null, doings: readonly Doing[]): Story => {
  const places = { mediation: 0, commitments: 0 };
  const news = (said: readonly Said[], hour: number): readonly DisputeNews[] =>
    said.map((it) => ({
      ...it,
      at: `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`,
      place: `b${String((places[it.from] += 1)).padStart(10, '0')}`,
    }));
  const first = openedWith(mediator);
  return doings.reduce<Story>(
    (story, doing, nth) => {
      const deed = doing(story.known);
      return deed === null
        ? story
        : { known: deed.after, news: [...story.news, ...news(deed.said, nth + 1)] };
    },
    { known: first.after, news: news(first.said, 0) },
  );
};

const heard = fc
  .tuple(fc.constantFrom(null, 'tang'), fc.array(fc.constantFrom(...deeds), { maxLength: 14 }))
  .map(([mediator, doings]) => told(mediator, doings))
  .chain(({ known, news }) =>
    fc.record({
      known: fc.constant(known),
      news: fc.constant(news),
      order: fc.shuffledSubarray([...news], { minLength: news.length }),
      again: fc.subarray([...news]),
    }),
  );

/** What the story comes to: who mediates, or who is to name somebody, and nothing of what is over. */
const dutiesOf = ({ mediator, isOver }: Known): readonly string[] => {
  if (isOver) return [];
  return [mediator === null ? 'assign' : `mediate ${mediator}`];
};

test('the same waits, and for whom it should, in whatever order a dispute is heard, and twice', () => {
  fc.assert(
    fc.property(heard, ({ known, news, order, again }) => {
      const whole = waiting(news);
      expect(waiting([...order, ...again])).toEqual(whole);
      const duties = whole.flatMap(({ what, to }) => {
        if (what === 'assign') return [what];
        return what === 'mediate' ? to.map((it) => `mediate ${'account' in it ? it.account : ''}`) : [];
      });
      expect(duties).toEqual(dutiesOf(known));
    }),
    { numRuns: 400 },
  );
});
