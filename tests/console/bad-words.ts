/** A town in which people say what nobody expects, and how it is seen whether a page can bear it. */
import type { Page } from 'playwright-core';
import type { Town } from '../journeys/real-town.js';
import { accountOf } from './browser.js';
import { demand, type Json, mayEnter, type Staff, staffOf } from './field.js';

/** Would run, had anything been taken for markup, a template or an address. */
const script =
  '<script>globalThis.wasHit=1</script><img src=x onerror="globalThis.wasHit=1"><b>bold</b> {{7*7}} ${7*7} javascript:alert(1)';
/** Turns what comes after it around, wherever nothing ends it. */
const turning = '\u202Eيمني\u200B\uFEFF';
const arabic = 'مرحبا بالعالم (שלום) 12:30';
const long = 'Wm'.repeat(50);
const emoji = '👩‍👩‍👧‍👦🏳️‍🌈';

const words = `${script}\n${arabic}\n${long}${long}\n${turning} ${emoji}`;
const name = `${turning}${long.slice(0, 60)}<i>${emoji}`;
const longName = `${arabic}${turning}${long}${long.slice(0, 60)}`;

const posting =
  (staff: Staff) =>
  (at: string, body: object = {}): Promise<Json> =>
    staff(at, { method: 'POST', body });

const disputeOf = async (mediate: Staff, lead: Staff, mediator: string): Promise<string> => {
  const parties = (['applicant', 'respondent'] as const).map((role) => ({
    ...{ role, name: `${longName}${role.length}`, address: `${longName}${script}` },
  }));
  const opened = await posting(lead)('disputes', {
    ...{ kind: 'neighbours', area: 'mu/dongguan/hetou', door: 'walk-in', facts: words, parties },
  });
  const dispute = String(opened['disputeId']);
  await posting(lead)(`disputes/${dispute}/mediator`, { mediator });
  const [first] = ((await mediate(`disputes/${dispute}`))['parties'] as readonly Json[]).map(
    (it) => it['party'],
  );
  await posting(mediate)(`disputes/${dispute}/parties/${String(first)}/statements`, {
    text: words,
    isForAll: true,
  });
  await posting(mediate)(`disputes/${dispute}/dangers`, { text: words });
  return String(opened['number']);
};

const hourMs = 3_600_000;

const dayOf = async (lead: Staff, desk: Staff): Promise<string> => {
  const at = (hours: number) => new Date(Date.now() + hours * hourMs).toISOString();
  const published = await posting(lead)('interview-days', {
    ...{ area: 'mu/dongguan', place: longName },
    slots: [{ from: at(24), until: at(25), capacity: 5 }],
  });
  const day = String(published['day']);
  await posting(desk)(`interview-days/${day}/bookings`, {
    ...{ slot: 1, name: longName, phone: '13800000002', topic: words },
  });
  return day;
};

/** What is shown where. `member`: who has the order. */
export type Said = Readonly<{
  number: string;
  caseId: string;
  member: string;
  dispute: string;
  day: string;
}>;

export const sayIt = async (town: Town): Promise<Said> => {
  const desk = await staffOf(town, accountOf(town, 'hotline-clerk'));
  const lead = await staffOf(town, accountOf(town, 'community-secretary'));
  const mediator = accountOf(town, 'mediator');
  const { caseId, member } = await demand(desk, words, { name, address: `${script}${long}${turning}` });
  await mayEnter(town, member);
  const inField = await staffOf(town, member);
  await posting(inField)(`orders/${caseId}/take`);
  await posting(inField)(`orders/${caseId}/contact`, { manner: 'face-to-face' });
  await posting(inField)(`orders/${caseId}/progress`, { words });
  await posting(desk)(`cases/${caseId}/additions`, { words });
  const { number } = await desk(`cases/${caseId}`);
  return {
    ...{ caseId, member, number: String(number) },
    dispute: await disputeOf(await staffOf(town, mediator), lead, mediator),
    day: await dayOf(lead, desk),
  };
};

/** What stands alone in its own block turns nothing but itself. */
const alone = [words, name, longName, `${script}${long}${turning}`, `${longName}${script}`];

/** Runs in the page: whatever sticks out of it, lies over something else, or turns its surroundings around. */
const look = `((alone) => {
  const faults = [];
  const wide = document.documentElement.clientWidth;
  if (globalThis.wasHit !== undefined) faults.push('what people said was run');
  if (/bold<\\/b>|49/.test(document.title)) faults.push('markup in the title');
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > wide) faults.push('wider than the screen: ' + scrollWidth);
  const isCut = (it) => {
    for (let at = it; at !== null && at !== document.body; at = at.parentElement) {
      const { overflowX, clip } = getComputedStyle(at);
      if (overflowX !== 'visible' || clip !== 'auto') return true;
    }
    return it.closest('.skip') !== null;
  };
  const apart = (text) => text.replaceAll(/\\u2068[^\\u2069]*\\u2069/g, '').trim();
  const own = new Set(alone.map((it) => it.trim()));
  const seen = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
    const text = node.data.trim();
    const of = node.parentElement;
    if (text === '' || !of.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    if (boxes.length === 0) continue;
    const isOut = boxes.some(({ left, right }) => left < -1 || right > wide + 1);
    if (isOut && !isCut(of)) faults.push('sticks out: ' + text.slice(0, 60));
    if (/[\\u202A-\\u202E]/.test(apart(text)) && !(own.has(text) && of.childNodes.length === 1))
      faults.push('turns what is beside it: ' + of.tagName + ' ' + text.slice(0, 60));
    if (!isCut(of)) seen.push({ of, text, boxes });
  }
  const layer = (it) => it.closest('[role=dialog], .frame-bar, .frame-side, .form-end, .at-thumb, .action-end');
  const isOver = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > a.height / 2;
  for (const [nth, one] of seen.entries())
    for (const other of seen.slice(nth + 1))
      if (layer(one.of) === layer(other.of) && one.boxes.some((a) => other.boxes.some((b) => isOver(a, b))))
        faults.push('lies over: ' + one.text.slice(0, 40) + ' | ' + other.text.slice(0, 40));
  return faults;
})(${JSON.stringify(alone)})`;

export const faultsOf = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(look);
