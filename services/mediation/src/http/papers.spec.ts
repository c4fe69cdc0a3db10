/** The papers of a dispute, as a mediator prints them: read again by another program than the one that writes them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { day } from '@mulin/kernel';
import { readPdf } from '@mulin/testing';
import { inDays, type Opened, openTown, refusal, type Town } from './a-town.testing.js';

let town: Town;
let it_: Opened;
let mediator: string;

const secret = '围墙是我自己挪的';
const aside = '他私下愿意多出两千元';
const byWill = '村委会见证的授权委托书';
const atPhone = '排水管已经修好，墙还差一段';

beforeAll(async () => {
  town = await openTown();
  await town.postMediators(1, ['tang']);
  it_ = await town.quarrel({
    facts: '孙桂兰与周建国两家院墙相邻。2026年2月，周建国翻修院墙时向东移动约40厘米，双方因此发生争吵。',
    parties: [
      { role: 'applicant', name: '孙桂兰', phone: '13800000001', address: '河头村3号' },
      { role: 'respondent', name: '周建国', phone: '13800000002', address: '河头村4号' },
    ],
  });
  mediator = 'tang';
  await town.agreeAll(it_);
  const at = `disputes/${it_.id}`;
  const [one, other] = it_.parties;
  await town.call(mediator, `${at}/parties/${one.party}/statements`, {
    text: '院墙挡住了我家的光。',
    isForAll: true,
  });
  await town.call(mediator, `${at}/parties/${other.party}/statements`, { text: secret });
  const from = inDays(town, 3);
  await town.call(mediator, `${at}/sessions`, { from, until: from.replace('T02', 'T04'), place: 'home' });
  await town.pass(4 * day);
  await town.call(mediator, `${at}/sessions/1/minutes`, {
    present: [one.party, other.party],
    minutes: '双方到场，现场丈量，均同意以老墙根为界。',
  });
  const term = (what: string, days: number, amount?: number) => ({
    party: other.party,
    toParty: one.party,
    what,
    dueAt: town.at(days * day),
    ...(amount === undefined ? {} : { amount }),
  });
  await town.call(mediator, `${at}/parties/${other.party}/caucus-notes`, { text: aside });
  const standsIn = { name: '周小明', authority: 'special', evidence: byWill };
  await town.call(mediator, `${at}/parties/${other.party}/representatives`, standsIn);
  await town.call(mediator, `${at}/agreement`, {
    form: 'written',
    terms: [
      term('将院墙拆除并按老墙根重新砌筑', 30),
      term('赔偿受损的排水管', 10, 120_000),
      term('清运施工垃圾，恢复路面', 31),
      { ...term('施工期间准许通行', 30), party: one.party, toParty: other.party },
    ],
  });
});
afterAll(() => town.close());

/** Signed by everybody, and asked some time later. */
const callBack = async (party: string) => {
  const at = `disputes/${it_.id}`;
  const { body } = await town.call(mediator, at);
  const { version } = body['agreement'] as { version: number };
  for (const { party: signs } of it_.parties)
    await town.call(mediator, `${at}/signatures`, { by: 'party', party: signs, as: 'fingerprint', version });
  await town.call(mediator, `${at}/signatures`, { by: 'mediator', as: 'signature', version });
  await town.call('committee', `${at}/signatures`, { by: 'committee', as: 'seal', version });
  return town.call(mediator, `${at}/call-backs`, { party, isKept: false, words: atPhone });
};

/** Kept as artefacts where a folder is named, to be looked at. */
const folder = process.env['PAPERS_FOLDER'];

const paper = async (who: string, name: string, language: string) => {
  const response = await fetch(`${town.url}/api/v1/disputes/${it_.id}/${name}`, {
    headers: { authorization: `Bearer ${who}`, 'accept-language': language },
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/${language}-${name}`, bytes);
  }
  return { type: response.headers.get('content-type'), ...(await readPdf(bytes)) };
};

describe('An agreement', () => {
  test('says in Chinese who does what by when, and is signed on two pages at most', async () => {
    const { type, pages, title, texts } = await paper(mediator, 'agreement.pdf', 'zh');
    const all = texts.join('');
    expect({ type, title }).toEqual({ type: 'application/pdf', title: '人民调解协议书' });
    expect(pages).toBeLessThanOrEqual(2);
    for (const said of [
      '孙桂兰',
      '周建国',
      '将院墙拆除并按老墙根重新砌筑',
      '1,200.00 元',
      '2026年4月5日',
      '三十日',
      '调委会',
      '一式 3 份',
    ])
      expect(all).toContain(said);
    expect(all).not.toContain(secret);
  });

  test('and in English', async () => {
    const { pages, texts } = await paper(mediator, 'agreement.pdf', 'en');
    expect(pages).toBeLessThanOrEqual(2);
    for (const said of ['Mediation agreement', 'CNY 1,200.00', 'article 30', 'Made out 3 times'])
      expect(texts.join('')).toContain(said);
  });

  test('of a dispute without one is refused', async () => {
    const other = await town.quarrel();
    expect(refusal(await town.call(mediator, `disputes/${other.id}/agreement.pdf`))).toBe(
      '409 no-agreement-drafted',
    );
  });
});

describe('The file', () => {
  test('says who stands in for whom by what, and what was said at a call-back, to whom it is', async () => {
    const own = ['周小明', '特别授权', byWill];
    const [one, other] = it_.parties;
    const called = await callBack(other.party);
    expect(called.status).toBe(200);
    const read = async (who: string) => {
      const { body } = await town.call(who, `disputes/${it_.id}/file`);
      return { body, printed: (await paper(who, 'file.pdf', 'zh')).texts.join('') };
    };
    for (const who of [mediator, await town.comeBy(it_, other)]) {
      const { body, printed } = await read(who);
      for (const said of [...own, '回访', atPhone]) expect(printed).toContain(said);
      expect(body).toMatchObject({
        representatives: [{ party: other.party, authority: 'special', name: '周小明', evidence: byWill }],
        callBacks: [{ party: other.party, isKept: false, words: atPhone }],
      });
      for (const where of [JSON.stringify(body), printed]) expect(where).not.toContain(aside);
    }
    const { body, printed } = await read(await town.comeBy(it_, one));
    expect(body).toMatchObject({ representatives: [], callBacks: [] });
    for (const said of [byWill, atPhone, aside]) expect(printed).not.toContain(said);
  });

  test('holds all of it for the mediator', async () => {
    const { texts, title } = await paper(mediator, 'file.pdf', 'zh');
    expect(title).toBe('人民调解卷宗');
    for (const said of ['邻里', '同意调解', '院墙挡住了我家的光', secret, '现场丈量', '未履行'])
      expect(texts.join('')).toContain(said);
  });

  test('and for a party nothing that the other said for the mediator, nor how to reach them', async () => {
    const token = await town.comeBy(it_, it_.parties[0]);
    for (const name of ['file.pdf', 'agreement.pdf']) {
      const all = (await paper(token, name, 'zh')).texts.join('');
      expect(all).toContain('周建国');
      expect(all).not.toContain(secret);
      expect(all).not.toContain('13800000002');
    }
  });

  test('is closed to everybody else', async () => {
    for (const who of ['clerk', 'committee', 'secretary', 'auditor', 'operator'])
      expect({ who, answer: refusal(await town.call(who, `disputes/${it_.id}/file.pdf`)) }).toEqual({
        who,
        answer: expect.stringMatching(/^403/),
      });
  });
});
