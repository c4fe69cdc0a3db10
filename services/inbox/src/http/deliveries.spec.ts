import { afterEach, describe, expect, test } from '@jest/globals';
import type { Area } from '@mulin/kernel';
import { until } from '@mulin/testing';
import { everyDay, lying, openNotices, type Who } from './notices.testing.js';

type Town = Awaited<ReturnType<typeof openNotices>>;
const towns: Town[] = [];
const open = async (...wanted: Parameters<typeof openNotices>) => {
  const town = await openNotices(...wanted);
  towns.push(town);
  return town;
};
afterEach(async () => {
  for (const town of towns.splice(0)) await town.close();
});

const byMail = { ...everyDay, language: 'en', email: 'li@meixi.example', webhook: null };
const subjects = ({ mail }: Town) => mail.mails.map(({ headers }) => headers.get('subject'));
const away = { code: 451, text: 'try again later' };

/** Marks the one thing of this case that waits for somebody. */
const read = async (town: Town, who: Who, nth = 417) => {
  const { body } = await town.ask(who, '/inbox');
  const items = body['items'] as readonly { id: string; number: string }[];
  const id = items.find(({ number }) => number === `meixi-2026-${String(nth).padStart(6, '0')}`)?.id;
  expect((await town.ask(who, `/inbox/${id}/read`, { method: 'POST', body: '{}' })).status).toBe(200);
  await town.settle();
};

describe('What was dealt with while the mail server was away', () => {
  test('is not sent when it is back, and the ledger says so, not that it was sent', async () => {
    const town = await open();
    await town.prefer('secretary', byMail);
    town.mail.answerData(away);
    await town.escalate();
    await town.tell('intake.case-closed.v1', {});
    town.mail.answerData(null);
    await town.moveTo('2026-03-02T10:00:00+08:00');
    expect(town.mail.mails).toEqual([]);
    expect(await town.ledger('secretary', '?state=not-needed')).toMatchObject([
      {
        state: 'not-needed',
        attempts: 1,
        nextAt: null,
        because: 'nothing-waits',
        becauseName: 'no longer needed: what it told was read, done or handed on before it was sent',
      },
    ]);
    const [inChinese] = await town.ledger('secretary', '', 'zh');
    expect(inChinese).toMatchObject({ becauseName: '已无需发送：发送前相关事项已阅、已办或已转交' });
    expect(await town.ledger('secretary', '?state=sent')).toEqual([]);
    expect(await town.platform.meter.text()).toContain('outcome="not-needed"} 1');
  });

  test('is not sent where it was read in the inbox', async () => {
    const town = await open();
    await town.prefer('secretary', byMail);
    town.mail.answerData(away);
    await town.escalate();
    await read(town, 'secretary');
    town.mail.answerData(null);
    await town.moveTo('2026-03-02T10:00:00+08:00');
    expect(town.mail.mails).toEqual([]);
    expect(await town.ledger('secretary')).toMatchObject([{ state: 'not-needed' }]);
  });

  test('is left out of a message that tells more than that', async () => {
    const town = await open({ start: '2026-03-02T21:00:00+08:00' });
    await town.prefer('li', byMail);
    for (const nth of [1, 2, 3]) await town.offer(nth);
    town.mail.answerData(away);
    await town.moveTo('2026-03-03T08:00:00+08:00');
    expect(await town.ledger('li')).toMatchObject([{ state: 'waiting', count: 3 }]);
    await read(town, 'li', 2);
    town.mail.answerData(null);
    await town.moveTo('2026-03-03T08:00:30+08:00');
    expect(subjects(town)).toEqual(['Your inbox: 2 new things']);
    expect(town.mail.mails[0]?.text.match(/New: Take the order.*\n {2}(\S+)/g)).toHaveLength(2);
    const [row] = await town.ledger('li');
    expect(row).toMatchObject({ state: 'sent', count: 2 });
    expect(JSON.stringify(row?.['items'])).not.toContain('meixi-2026-000002');
  });

  test('does not leave out an emergency that is none any more, and still waits', async () => {
    const town = await open();
    await town.prefer('li', byMail);
    await town.offer(1);
    await town.moveTo('2026-03-02T09:10:00+08:00');
    town.mail.answerData(away);
    await town.tell('intake.case-registered.v1', { urgency: 'emergency' }, 2);
    await town.offer(2, 'li', 'emergency');
    await town.tell('intake.case-reclassified.v1', { urgency: 'ordinary' }, 2);
    town.mail.answerData(null);
    await town.moveTo('2026-03-02T12:00:00+08:00');
    expect(subjects(town)).toContain('Urgent: Take the order meixi-2026-000002');
    expect(await town.ledger('li', '?state=not-needed')).toEqual([]);
  });
});

describe('What could not be sent to an address that was replaced', () => {
  const unknown = { code: 550, text: '5.1.1 no such user' };
  const corrected = { ...byMail, email: 'li.wei@meixi.example' };
  const addressees = ({ mail }: Town) => mail.mails.map(({ to }) => to);

  test('is sent to the new one, where the mail server knew no such address', async () => {
    const town = await open();
    await town.prefer('li', byMail);
    town.mail.answerRecipients(unknown);
    await town.offer();
    expect(await town.ledger('li')).toMatchObject([{ state: 'failed', because: 'address-refused' }]);
    town.mail.answerRecipients(null);
    await town.prefer('li', corrected);
    expect(addressees(town)).toEqual([['li.wei@meixi.example']]);
    expect(await town.ledger('li')).toMatchObject([
      { state: 'sent', attempts: 2, to: 'l…@meixi.example', because: null },
    ]);
    await town.prefer('li', { ...corrected, email: 'third@meixi.example' });
    await town.moveTo('2026-03-02T12:00:00+08:00');
    expect(town.mail.mails).toHaveLength(1);
  });

  test('is sent to the new one at once, however long the old one would have been waited for', async () => {
    const town = await open();
    await town.prefer('li', byMail);
    town.mail.answerData(away);
    await town.offer();
    await town.moveTo('2026-03-02T10:05:00+08:00');
    expect(await town.ledger('li')).toMatchObject([{ nextAt: '2026-03-02T11:07:30+08:00' }]);
    town.mail.answerData(null);
    await town.prefer('li', corrected);
    expect(addressees(town)).toEqual([['li.wei@meixi.example']]);
  });

  test('is sent to the new one where it was replaced while the old one was tried', async () => {
    const town = await open();
    await town.prefer('li', byMail);
    town.mail.answerData(away);
    town.mail.holdReplies();
    const offered = town.offer();
    await until(town.mail.waiting, (count) => count > 0, 10_000);
    const options = { method: 'PUT', body: JSON.stringify(corrected) };
    expect((await town.ask('li', '/inbox/preferences', options)).status).toBe(200);
    town.mail.answerData(null);
    town.mail.releaseReplies();
    await offered;
    expect(addressees(town)).toEqual([['li.wei@meixi.example']]);
  });

  test('has as many attempts there as anywhere', async () => {
    const town = await open();
    await town.prefer('secretary', byMail);
    town.mail.answerData(away);
    await town.escalate();
    await town.moveTo('2026-03-04T09:00:00+08:00');
    expect(await town.ledger('secretary')).toMatchObject([{ state: 'failed', attempts: 16 }]);
    await town.prefer('secretary', corrected);
    expect(await town.ledger('secretary')).toMatchObject([{ state: 'waiting', attempts: 17 }]);
    town.mail.answerData(null);
    await town.moveTo('2026-03-04T09:01:00+08:00');
    expect(await town.ledger('secretary')).toMatchObject([{ state: 'sent', attempts: 18 }]);
  });

  test('is not sent where nothing of it waits any more, nor to an address that was stated later', async () => {
    const town = await open();
    await town.prefer('li', byMail);
    await town.prefer('secretary', { ...byMail, email: 's@meixi.example' });
    town.mail.answerRecipients(unknown);
    await town.offer(1);
    await town.escalate(2);
    await town.tell('intake.case-closed.v1', {}, 2);
    town.mail.answerRecipients(null);
    await town.prefer('secretary', corrected);
    expect(await town.ledger('secretary')).toMatchObject([{ state: 'not-needed' }]);
    // Who wanted no mail in between is told what is new from then on.
    await town.prefer('li', { ...byMail, email: null });
    await town.prefer('li', corrected);
    await town.moveTo('2026-03-02T12:00:00+08:00');
    expect(town.mail.mails).toEqual([]);
  });
});

describe('An emergency', () => {
  test('is told at once to whoever has come to the town, or to those who are asked, within the last minute', async () => {
    const town = await open({ start: '2026-03-02T23:30:00+08:00' });
    await town.prefer('li', byMail);
    await town.prefer('wang', { ...byMail, email: 'wang@meixi.example' });
    // By this the town has read who is where.
    await town.offer(1, 'li', 'emergency');
    const zhao = { account: 'zhao', role: 'grid-member', area: lying as Area, minutes: 60 } as const; // a path
    const { token } = await town.platform.identity.issue(zhao);
    const stated = { ...byMail, email: 'zhao@meixi.example' };
    await town.prefer('li', stated, { authorization: `Bearer ${token}` });
    const offered = { member: 'li', leg: 1, area: lying, because: 'registered', urgency: 'emergency' };
    await town.tell('routing.order-offered.v1', { ...offered, alsoAsked: ['wang', 'zhao'] }, 1);
    const told = town.mail.mails.map(({ to }) => to[0]);
    expect(told.sort()).toEqual(['li@meixi.example', 'wang@meixi.example', 'zhao@meixi.example']);
  });
});

describe('A town that was restored from a copy', () => {
  test('sends nothing and owes it, until somebody lets it', async () => {
    const held = { is: true };
    const town = await open({ settings: { isHeld: async () => held.is } });
    await town.prefer('secretary', { ...byMail, webhook: { url: town.hook.url } });
    await town.escalate();
    await town.moveTo('2026-03-02T15:00:00+08:00');
    expect([town.mail.mails, town.hook.posts]).toEqual([[], []]);
    expect(await town.ledger('secretary')).toMatchObject([
      { state: 'waiting', attempts: 0 },
      { state: 'waiting', attempts: 0 },
    ]);
    held.is = false;
    await town.moveTo('2026-03-02T15:01:00+08:00');
    expect([town.mail.mails.length, town.hook.posts.length]).toEqual([1, 1]);
  });
});
