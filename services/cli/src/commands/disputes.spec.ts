/** `mulin disputes` and `mulin dispute`, asked of a town in memory. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  confirmationOutcomes,
  disputeDoors,
  disputeKinds,
  disputeOutcomes,
  otherWays,
  partyRoles,
  riskColours,
} from '@mulin/contracts';
import { zh } from '../texts/zh.js';
import { en } from '../texts/en.js';
import { disputeTown, type DisputeTown } from './dispute-town.testing.js';

let town: DisputeTown;
beforeAll(async () => {
  town = await disputeTown();
});
afterAll(() => town.close());

const party = (role: string, name: string) => ({ role, name });
const quarrel = {
  kind: 'neighbours',
  colour: 'yellow',
  area: 'mu/dongguan/hetou',
  door: 'walk-in',
  facts: 'A made-up wall between two made-up yards.',
  parties: [party('applicant', 'Applicant One'), party('respondent', 'Respondent Two')],
};

type Json = Readonly<Record<string, unknown>>;
const read = (out: string) => JSON.parse(out) as Json;

describe('Disputes', () => {
  test('are listed with their state, kind and risk, in the language of the call', async () => {
    const { body } = await town.post('clerk', 'disputes', quarrel);
    await town.post('clerk', 'disputes', { ...quarrel, kind: 'labour', colour: 'red' });
    const all = read((await town.mulin('disputes', '--json')).out);
    expect(Object.keys(all)).toEqual(['items', 'next']);
    expect(all).toMatchObject({
      items: [{ id: body['disputeId'], number: body['number'] }, { kind: 'labour' }],
    });

    const chinese = (await town.mulin('disputes', '--lang', 'zh')).out;
    expect(chinese).toMatch(/^编号 .*\n.*征求意愿 +邻里 +黄色 .*\n.*征求意愿 +劳动劳资 +红色 /);
    const english = (await town.mulin('disputes', '--colour', 'red', '--lang', 'en')).out;
    expect(english).toMatch(/^number .*\n\S+ +parties are asked +labour +red /);
    expect(english).not.toContain('neighbours');
    expect((await town.mulin('disputes', '--state', 'ended')).out).toBe(`${en.disputes.none}\n`);
  });

  test('show how one of them stands, with its terms, and name nobody', async () => {
    const { body } = await town.post('clerk', 'disputes', quarrel);
    const id = String(body['disputeId']);
    const mediator = String(body['mediator']);
    const [one, other] = (body['parties'] as readonly { party: string }[]).map((it) => it.party);
    for (const each of [one, other])
      await town.post(mediator, `disputes/${id}/parties/${each}/consent`, { isGiven: true });
    const terms = [
      { party: other, toParty: one, what: 'A made-up sum.', amount: 123_450, dueAt: '2026-03-05T10:00:00Z' },
    ];
    await town.post(mediator, `disputes/${id}/agreement`, { form: 'oral', agreed: [one, other], terms });

    const { exit, out } = await town.mulin('dispute', String(body['number']), '--lang', 'zh');
    expect(exit).toBe(0);
    expect(out).toContain(`${String(body['number'])} · 协议待履行 · 邻里 · 黄色 · ${id}`);
    expect(out).toMatch(/申请人 +同意调解/);
    // How much is theirs to know who agreed.
    expect(out).toMatch(/\n1 +2 +1 +2026-03-05 18:00/);
    expect(out).not.toMatch(/Applicant One|Respondent Two|made-up/);
    expect((await town.mulin('dispute', id, '--lang', 'en')).out).toContain('oral agreement');
    const json = read((await town.mulin('dispute', id, '--json')).out);
    expect(json).toMatchObject({ id, state: 'to-perform', agreement: { terms: [{ amount: null }] } });
  });

  test('that are none are refused with the sentence of the town', async () => {
    const { exit, err } = await town.mulin('dispute', 'mu-M-2026-999999', '--lang', 'zh');
    expect({ exit, err }).toEqual({
      exit: 2,
      err: '没有编号为 mu-M-2026-999999 的纠纷。 (dispute-unknown)\n',
    });
  });

  test('have a word for each of their codes, in both languages', () => {
    for (const { words } of [en.disputes, zh.disputes])
      expect({
        kind: Object.keys(words.kind),
        colour: Object.keys(words.colour),
        outcome: Object.keys(words.outcome),
        door: Object.keys(words.door),
        role: Object.keys(words.role),
        confirmation: Object.keys(words.confirmation),
        otherWay: Object.keys(words.otherWay),
      }).toEqual({
        kind: disputeKinds,
        colour: riskColours,
        outcome: disputeOutcomes,
        door: disputeDoors,
        role: partyRoles,
        confirmation: confirmationOutcomes,
        otherWay: otherWays,
      });
  });
});
