/**
 * Recomputes the rates of a town from a copy that `mulin export` has written, as an outsider would: from the public
 * events that audit has heard, with no code of the town. Of what a version recorded that kept no moments, the town says of
 * a case that was handed on what its last holder had; this script knows the moments from the public events.
 *
 *   node infra/scripts/recompute-rates.mjs COPY [--by area|office|item|channel|net] [--from MOMENT] [--to MOMENT]
 *     [--weights 30/35/35]
 *
 * Prints one JSON object: `rates`, as `mulin rates --json` has them but for names, ranks and the weights' version.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    by: { type: 'string', default: 'area' },
    from: { type: 'string' },
    to: { type: 'string' },
    weights: { type: 'string', default: '30/35/35' },
  },
});
const [copy] = positionals;
if (copy === undefined) throw new Error('which copy? the first argument names the file of mulin export');

const ms = (moment) => Date.parse(moment);
const momentIn = (option, open) => {
  const text = values[option];
  if (text === undefined) return open;
  if (!/T.+(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(ms(text)))
    throw new Error(`--${option} needs a moment with its offset, such as 2026-10-01T00:00:00+08:00`);
  return ms(text);
};
const from = momentIn('from', -Infinity);
const to = momentIn('to', Infinity);

/** What audit heard of each case, by its id. */
const histories = new Map();
let town = '';
const lines = createInterface({ input: createReadStream(copy).pipe(createGunzip()) });
for await (const line of lines) {
  const part = JSON.parse(line);
  if (part.holds === 'town') town = part.town;
  if (part.table !== 'audit.facts') continue;
  for (const { stream, data } of part.rows) {
    if (!stream.startsWith('history-')) continue;
    const event = JSON.parse(data);
    const subject = event.subject ?? stream.slice('history-'.length);
    histories.set(subject, [...(histories.get(subject) ?? []), event]);
  }
}

/** A unit: where the case was, and the office that had it. */
const nameOf = ({ area, office = null }) => JSON.stringify([area, office]);

/** Each service numbers what it tells of a case; what was told later stands. */
const inOrder = (events) => events.toSorted((a, b) => Number(a.sequence ?? 0) - Number(b.sequence ?? 0));
const overBy = {
  'intake.case-closed.v1': true,
  'intake.case-declined.v1': true,
  'intake.case-withdrawn.v1': true,
};

/** The cycles of one case, with what each was told to be. */
const cyclesOf = (events) => {
  const cycles = new Map();
  const cycle = (number) => {
    const known = cycles.get(number) ?? {
      clocks: new Map(),
      holders: [],
      exemptions: new Map(),
      ends: [],
      wasReached: false,
    };
    cycles.set(number, known);
    return known;
  };
  for (const { type, time, data } of inOrder(events)) {
    const it = data.cycle === undefined ? null : cycle(data.cycle);
    switch (type) {
      case 'intake.case-registered.v1':
        it.number = data.number;
        it.channel = data.channel;
        it.item ??= data.menuItem;
        it.net ??= data.net;
        it.isUntargeted = data.archive?.dueAt === null;
        if (data.archive?.closedAt) it.archivedAt = ms(data.archive.closedAt);
        break;
      case 'intake.case-reopened.v1':
        it.number = data.number;
        it.item ??= data.menuItem;
        it.net ??= data.net;
        break;
      case 'intake.case-reclassified.v1':
        it.item = data.menuItem;
        it.net = data.net;
        break;
      case 'routing.order-offered.v1':
        it.holders.push({
          since: ms(time),
          area: data.area,
          office: data.unit?.startsWith('office:') ? data.unit.slice('office:'.length) : null,
        });
        break;
      case 'routing.order-left-to-arbiter.v1':
      case 'routing.archived-case-routed.v1':
        it.holders.push({ since: ms(time), area: data.area, office: null });
        break;
      case 'sla-timer.verdict-given.v1':
        it.clocks.set(data.clock, {
          isMet: data.verdict === 'met',
          dueAt: ms(data.dueAt),
          endedAt: data.endedAt === null ? null : ms(data.endedAt),
        });
        break;
      case 'sla-timer.breach-revoked.v1':
      case 'sla-timer.end-revoked.v1':
      case 'sla-timer.clock-cancelled.v2':
        it.clocks.delete(data.clock);
        break;
      case 'intake.case-merged.v1':
        if (data.part === 'merged') it.ends.push({ at: ms(time), isMerger: true });
        break;
      case 'intake.case-unmerged.v1':
        if (data.part === 'merged') it.unmergedAt = ms(time);
        break;
      case 'feedback.call-back-made.v1':
        it.wasReached ||= data.outcome === 'reached';
        break;
      case 'feedback.case-rated.v1':
        it.rating = data;
        break;
      case 'feedback.redo-demanded.v1':
        it.redoAt = ms(time);
        break;
      case 'feedback.exemption-asked.v1':
        it.asked = nameOf(data);
        it.exemptions.set(it.asked, false);
        break;
      case 'feedback.exemption-decided.v1':
      case 'feedback.exemption-settled.v1':
        // What was told before it named its unit is about the one that asked last.
        it.exemptions.set(data.area === undefined ? it.asked : nameOf(data), data.granted);
        break;
      default:
        if (overBy[type]) it.ends.push({ at: ms(time), isMerger: data.duplicateOf !== undefined });
    }
  }
  const known = [...cycles.values()].filter(({ number }) => number !== undefined);
  // History that had no target was owed by no moment.
  return known.map((it) => (it.isUntargeted ? { ...it, clocks: new Map() } : it));
};

const measures = ['response', 'resolution', 'satisfaction', 'onTime'];

const share = (clocks) => ({ of: clocks.length, yes: clocks.filter(({ isMet }) => isMet).length });
const yes = (isSo) => ({ of: 1, yes: isSo ? 1 : 0 });

const countsOf = ({ clocks, rating, wasReached }) => {
  const isHeard = wasReached || rating !== undefined;
  const none = { of: 0, yes: 0 };
  return {
    response: share(clocks.filter(([name]) => name.split('/')[0] === 'contact').map(([, it]) => it)),
    resolution: isHeard ? yes(rating?.resolution === 'solved') : none,
    satisfaction: isHeard
      ? yes(rating !== undefined && !['dissatisfied', 'very-dissatisfied'].includes(rating.satisfaction))
      : none,
    onTime: share(clocks.map(([, it]) => it)),
  };
};

const nobody = { area: null, office: null };
/**
 * A clock is of whoever had the case when it was answered in time, or just before it ran out; at first, of the first. An
 * arbiter's decision gives the case to the next one at the moment at which it is made.
 */
const holderOf = (holders, name, { isMet, dueAt, endedAt }) => {
  const isDecision = name.startsWith('arbitrate/');
  const had = holders.filter(({ since }) => {
    if (!isMet) return since < dueAt;
    return isDecision ? since < endedAt : since <= endedAt;
  });
  return had.at(-1) ?? holders[0] ?? nobody;
};

/** What counts for each unit that had the cycle; the word of whoever asked for the last of them alone. */
const sharesIn = (cycle) => {
  const last = cycle.holders.at(-1) ?? nobody;
  const own = new Map([[nameOf(last), { unit: last, clocks: [] }]]);
  for (const clock of cycle.clocks) {
    const unit = holderOf(cycle.holders, ...clock);
    if (!own.has(nameOf(unit))) own.set(nameOf(unit), { unit, clocks: [] });
    own.get(nameOf(unit)).clocks.push(clock);
  }
  return [...own.values()].map(({ unit, clocks }) => ({
    unit,
    counts: countsOf(nameOf(unit) === nameOf(last) ? { ...cycle, clocks } : { clocks, wasReached: false }),
    isExempt: cycle.exemptions.get(nameOf(unit)) === true,
  }));
};

/** When it ended; of what goes on, when it was late first. */
const momentOf = ({ ends, unmergedAt, redoAt, archivedAt, clocks }) => {
  const standing = ends.filter(
    ({ at, isMerger }) => !isMerger || unmergedAt === undefined || at > unmergedAt,
  );
  if (standing.length > 0) return Math.max(...standing.map(({ at }) => at));
  if (redoAt !== undefined) return redoAt;
  if (archivedAt !== undefined) return archivedAt;
  const late = [...clocks.values()].filter(({ isMet }) => !isMet).map(({ dueAt }) => dueAt);
  return late.length === 0 ? null : Math.min(...late);
};

const upwards = (area) => area.split('/').map((_, place, parts) => parts.slice(0, place + 1).join('/'));

/** Whom or what a unit's share of a cycle counts for. */
const keysOf = (cycle, { area, office }) => {
  if (values.by === 'area') return upwards(area ?? town);
  const key = values.by === 'office' ? office : cycle[values.by];
  return key === null || key === undefined ? [] : [key];
};

const emptyCounts = () => Object.fromEntries(measures.map((it) => [it, { of: 0, yes: 0 }]));
const groups = new Map();
const add = (sums, shares) => {
  if (shares.length > 0) sums.n += 1;
  for (const { counts } of shares)
    for (const it of measures) {
      sums.counts[it].of += counts[it].of;
      sums.counts[it].yes += counts[it].yes;
    }
};
for (const events of histories.values())
  for (const cycle of cyclesOf(events)) {
    const at = momentOf(cycle);
    if (at === null || at < from || at >= to) continue;
    const shares = sharesIn(cycle);
    for (const key of new Set(shares.flatMap(({ unit }) => keysOf(cycle, unit)))) {
      const group = groups.get(key) ?? {
        raw: { n: 0, counts: emptyCounts() },
        adjusted: { n: 0, counts: emptyCounts() },
      };
      groups.set(key, group);
      const its = shares.filter(({ unit }) => keysOf(cycle, unit).includes(key));
      add(group.raw, its);
      add(
        group.adjusted,
        its.filter(({ isExempt }) => !isExempt),
      );
    }
  }

/** Wilson 1927, at 95 %, as the roots of a quadratic: (p̂ − p)² = z² p (1 − p) / n. */
const intervalOf = ({ of: n, yes: hits }) => {
  if (n === 0) return null;
  const z = 1.959963984540054;
  const [a, b, c] = [1 + z ** 2 / n, -(2 * hits) / n - z ** 2 / n, (hits / n) ** 2];
  const root = Math.sqrt(Math.max(0, b ** 2 - 4 * a * c));
  return [(-b - root) / (2 * a), (-b + root) / (2 * a)];
};

const weights = values.weights.split('/').map(Number);
const figuresOf = ({ n, counts }) => {
  const rates = Object.fromEntries(
    measures.map((it) => [it, counts[it].of === 0 ? null : counts[it].yes / counts[it].of]),
  );
  const three = ['response', 'resolution', 'satisfaction'].map((it) => rates[it]);
  const score = three.includes(null)
    ? null
    : three.reduce((sum, rate, nth) => sum + rate * weights[nth], 0) / weights.reduce((a, b) => a + b, 0);
  return { n, ...rates, counts, score };
};
const intervals = ({ counts }) => Object.fromEntries(measures.map((it) => [it, intervalOf(counts[it])]));

const rates = [...groups]
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([of, { raw, adjusted }]) => ({
    area: values.by === 'area' ? of : town,
    of,
    ...figuresOf(raw),
    adjusted: figuresOf(adjusted),
    interval: { ...intervals(raw), adjusted: intervals(adjusted) },
  }));
process.stdout.write(`${JSON.stringify({ rates })}\n`);
