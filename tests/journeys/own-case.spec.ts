/** Residents and their own cases: merged by mistake, separated, split, reopened, with words and photos added. */
import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor, Area } from '@mulin/kernel';
import type { Sharp } from 'sharp';
import type { Json } from './http.js';
import {
  atRiverHead,
  openSampleTown,
  riverHeadMember,
  type SampleTown,
  storyOf,
  told,
} from './sample-town.js';

// It is intake's own: the journeys take it from where intake does.
const fromIntake = createRequire(new URL('../../services/intake/package.json', import.meta.url));
const sharp = fromIntake('sharp') as (input: unknown) => Sharp;

const resident = (id: string): Actor => ({ id, role: 'resident', area: 'mu' as Area }); // the town's slug
const clerk = 'hotline-clerk';

let town: SampleTown;
beforeEach(async () => {
  town = await openSampleTown('2026-03-02T09:00:00+08:00', {
    others: { wang: resident('wang'), zhou: resident('zhou'), li: resident('li') },
  });
});
afterEach(() => town.close());

type Asked = Readonly<{ id: string; number: string; code: string }>;

const asks = async (who: string, words: string, said: object = {}): Promise<Asked> => {
  const { status, body } = await town.post(who, '/api/v1/cases', {
    ...said,
    menuItem: 'sanitation',
    words,
    place: atRiverHead,
  });
  expect(status).toBe(201);
  return { id: String(body['caseId']), number: String(body['number']), code: String(body['queryCode']) };
};
const post = async (who: string, path: string, body: object = {}) => {
  const answer = await town.post(who, path, body);
  return [answer.status, answer.body['code'] ?? answer.body['state']];
};
const on = ({ id }: Asked, rest: string) => `/api/v1/cases/${id}/${rest}`;
const own = (who: string, { id }: Asked) => town.read(who, `/api/v1/my-case?caseId=${id}`);
const refused = async (who: string, path: string) => {
  const response = await fetch(`${town.url}${path}`, { headers: { authorization: `Bearer ${who}` } });
  return [response.status, ((await response.json()) as Json)['code']];
};
const tokenFor = async ({ number, code }: Asked): Promise<string> => {
  const response = await fetch(`${town.url}/api/v1/case-access`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ number, code }),
  });
  return String(((await response.json()) as Json)['token']);
};
const finish = async ({ id }: Asked) => {
  await town.post(riverHeadMember, `/api/v1/orders/${id}/take`);
  await town.post(riverHeadMember, `/api/v1/orders/${id}/finish`, { result: 'solved' });
};
const closeIt = async (asked: Asked) => {
  await finish(asked);
  expect(await post(clerk, on(asked, 'close'), { outcome: 'done' })).toEqual([200, 'closed']);
};

/** A photo as a phone takes it: with where and when. */
const photoWithPlace = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#448' } })
    .withExif({
      IFD0: { Make: 'Phone' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '36/1 22/1 30/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '119/1 44/1 0/1',
      },
    })
    .jpeg()
    .toBuffer();

let uploads = 0;
const upload = async (
  who: string,
  bytes: Uint8Array | string,
  type = 'image/jpeg',
  query = '',
  key = `up-${++uploads}`,
) => {
  const response = await fetch(`${town.url}/api/v1/photos${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${who}`, 'content-type': type, 'idempotency-key': key },
    body: bytes,
  });
  return { status: response.status, body: (await response.json()) as Json };
};
const pictureOf = async (who: string, asked: Asked, photoId: string) => {
  const response = await fetch(`${town.url}${on(asked, `photos/${photoId}`)}`, {
    headers: { authorization: `Bearer ${who}` },
  });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    bytes: Buffer.from(await response.arrayBuffer()),
  };
};

describe('Two residents whose reports were merged by mistake', () => {
  test('see each their own words and how the one that answers stands, and nothing of each other', async () => {
    const [one, other] = [
      await asks('wang', 'The bin at gate one.'),
      await asks('zhou', 'The dog of number nine.'),
    ];
    expect(await post(clerk, on(one, 'merge'), { into: other.number })).toEqual([200, 'closed']);
    await post(riverHeadMember, `/api/v1/orders/${other.id}/take`);

    const seen = await own('wang', one);
    expect(seen).toMatchObject({ state: 'merged', isAnsweredTogether: true, words: 'The bin at gate one.' });
    expect(seen).toMatchObject({
      stateText: 'Somebody sees to it.',
      promisedUntil: '2026-03-09T17:30:00+08:00',
    });
    expect(seen['holder']).toMatch(/^the grid member of/);
    const text = JSON.stringify(seen);
    for (const secret of ['dog', other.number, other.id, riverHeadMember]) expect(text).not.toContain(secret);
    const others = JSON.stringify(await own('zhou', other));
    expect(others).toContain('The dog of number nine.');
    for (const secret of ['gate one', one.number, one.id]) expect(others).not.toContain(secret);

    for (const [who, asked] of [
      ['zhou', one],
      ['wang', other],
      ['li', one],
    ] as const) {
      expect(await refused(who, `/api/v1/my-case?caseId=${asked.id}`)).toEqual([403, 'not-your-case']);
      expect(await post(who, on(asked, 'additions'), { words: 'Mine.' })).toEqual([403, 'not-your-case']);
      expect(await post(who, on(asked, 'reopen'))).toEqual([403, 'not-your-case']);
    }
    expect(await refused('wang', '/api/v1/my-case')).toEqual([400, 'case-missing']);
    expect(await refused(clerk, `/api/v1/my-case?caseId=${one.id}`)).toEqual([403, 'not-allowed']);
  });

  test('are separated by a new event that both cases tell, and each goes on by itself', async () => {
    const [one, other] = [await asks('wang', 'The bin.'), await asks('zhou', 'The dog.')];
    expect(await post(clerk, on(one, 'unmerge'))).toEqual([409, 'not-merged']);
    await post(clerk, on(one, 'merge'), { into: other.id });
    expect(await post('zhou', on(other, 'withdraw'))).toEqual([409, 'answers-for-others']);
    expect((await post(clerk, on(one, 'unmerge')))[0]).toBe(200);
    expect(await post(clerk, on(one, 'unmerge'))).toEqual([409, 'not-merged']);
    for (const { number } of [one, other])
      expect(told(await storyOf(town, number))).toContain('case-unmerged');
    expect(await own('wang', one)).toMatchObject({ isAnsweredTogether: false });
    expect(await post('zhou', on(other, 'withdraw'))).toEqual([200, 'withdrawn']);
  });
});

describe('A report of two things', () => {
  test('is split: the part has the start and the person of the whole, and a code of its own', async () => {
    const whole = await asks('wang', 'The bin is full and the lamp is out.');
    await town.until('2026-03-06T09:00:00+08:00');
    const { status, body } = await town.post(clerk, on(whole, 'split'), {
      menuItem: 'sanitation',
      words: 'The lamp is out.',
    });
    expect([status, body['reportedAt']]).toEqual([201, '2026-03-02T09:00:00+08:00']);
    const part = {
      id: String(body['caseId']),
      number: String(body['number']),
      code: String(body['queryCode']),
    };
    expect(told(await storyOf(town, whole.number))).toContain('case-split');
    expect(await own('wang', part)).toMatchObject({ words: 'The lamp is out.', number: part.number });
    expect(await own(await tokenFor(part), part)).toMatchObject({ words: 'The lamp is out.' });
    expect(await refused('zhou', `/api/v1/my-case?caseId=${part.id}`)).toEqual([403, 'not-your-case']);
    expect(await post('wang', on(whole, 'split'), { menuItem: 'sanitation', words: 'x' })).toEqual([
      403,
      'not-allowed',
    ]);
    expect(await post(clerk, on(whole, 'split'), { menuItem: 'no-such', words: 'x' })).toEqual([
      409,
      'no-such-menu-item',
    ]);
  });
});

describe('A case that was noted as somebody else’s by mistake', () => {
  const first = { phone: '13800138000' };
  const noted = (asked: Asked, who: object) =>
    post(clerk, on(asked, 'reclassify'), { reason: 'wrong-person', ...who });

  test.each([
    ['by the phone that they gave', first, first],
    ['as the first who was noted', {}, { isFirstPerson: true }],
  ])('is open again to the account that asked, once they are named %s', async (_, said, named) => {
    const asked = await asks('wang', 'The bin is full.', said);
    expect(await noted(asked, { phone: '13800138001' })).toEqual([200, 'offered']);
    expect(await refused('wang', `/api/v1/my-case?caseId=${asked.id}`)).toEqual([403, 'not-your-case']);
    expect(await noted(asked, named)).toEqual([200, 'offered']);
    expect(await own('wang', asked)).toMatchObject({ words: 'The bin is full.' });
    expect(await noted(asked, { ...first, isFirstPerson: true })).toEqual([400, 'malformed']);
  });

  test('had a part split off meanwhile, which stays the other one’s', async () => {
    const whole = await asks('wang', 'The bin is full.', first);
    await noted(whole, { phone: '13800138001' });
    const { body } = await town.post(clerk, on(whole, 'split'), {
      menuItem: 'sanitation',
      words: 'What the other one said.',
    });
    const part = {
      id: String(body['caseId']),
      number: String(body['number']),
      code: String(body['queryCode']),
    };
    await noted(whole, first);
    expect(await own('wang', whole)).toMatchObject({ words: 'The bin is full.' });
    expect(await refused('wang', `/api/v1/my-case?caseId=${part.id}`)).toEqual([403, 'not-your-case']);
    expect(await own(await tokenFor(part), part)).toMatchObject({ words: 'What the other one said.' });
  });
});

describe('A case that was closed', () => {
  test('is reopened by whoever asked within the days, and is offered nobody’s words', async () => {
    const asked = await asks('wang', 'The bin.');
    expect(await post('wang', on(asked, 'reopen'))).toEqual([409, 'case-not-over']);
    await closeIt(asked);
    expect(await own('wang', asked)).toMatchObject({
      state: 'closed',
      stateText: 'It is closed.',
      promisedUntil: null,
    });
    await town.until('2026-03-16T09:00:00+08:00');
    expect(await post('wang', on(asked, 'reopen'), { because: 'closed-by-mistake' })).toEqual([
      400,
      'reopen-reason-not-yours',
    ]);
    const { status, body } = await town.post(await tokenFor(asked), on(asked, 'reopen'), {});
    expect([status, body['cycle']]).toEqual([200, 2]);
    expect(told(await storyOf(town, asked.number))).toContain('case-reopened');
    expect(await own('wang', asked)).toMatchObject({ state: 'offered' });
  });

  test('is too old after these days, and the desk still mends its own mistake', async () => {
    const asked = await asks('wang', 'The bin.');
    await closeIt(asked);
    await town.until('2026-03-17T09:00:01+08:00');
    expect(await post('wang', on(asked, 'reopen'))).toEqual([409, 'reopen-too-late']);
    expect(await post(clerk, on(asked, 'reopen'))).toEqual([409, 'reopen-too-late']);
    expect((await post(clerk, on(asked, 'reopen'), { because: 'closed-by-mistake' }))[0]).toBe(200);
  });
});

describe('What is added', () => {
  test('a photo comes back without where and when it was taken', async () => {
    const asked = await asks('wang', 'The bin.');
    const taken = await photoWithPlace();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const kept = await upload('wang', taken, 'image/jpeg', '', 'once');
    expect(kept).toMatchObject({ status: 201, body: { mediaType: 'image/jpeg', width: 640, height: 480 } });
    expect(await upload('wang', taken, 'image/jpeg', '', 'once')).toEqual(kept);
    const photoId = String(kept.body['photoId']);
    expect(await post('zhou', on(await asks('zhou', 'Mine.'), 'additions'), { photoIds: [photoId] })).toEqual(
      [404, 'photo-unknown'],
    );
    expect(
      (await post('wang', on(asked, 'additions'), { words: 'The red one.', photoIds: [photoId] }))[0],
    ).toBe(200);

    expect(await own('wang', asked)).toMatchObject({
      additions: [
        { kind: 'words', words: 'The red one.' },
        { kind: 'photo', id: photoId, words: null },
      ],
    });
    for (const who of ['wang', riverHeadMember, clerk]) {
      const { status, type, bytes } = await pictureOf(who, asked, photoId);
      expect([status, type]).toEqual([200, 'image/jpeg']);
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
      expect(bytes.includes('GPS')).toBe(false);
    }
    expect((await pictureOf('zhou', asked, photoId)).status).toBe(403);
    const readings = await town.list('auditor', `/api/v1/readings?case=${asked.number}`);
    expect(readings.map(({ kind }) => kind)).toContain('photo');
  });

  test('what is no photo is refused, and so is one that is too large or of no case', async () => {
    const asked = await asks('wang', 'The bin.');
    const png = await sharp({ create: { width: 8, height: 8, channels: 4, background: '#0000' } })
      .png()
      .toBuffer();
    expect(await upload('wang', png, 'image/png')).toMatchObject({ status: 201 });
    for (const [bytes, type] of [
      ['no picture', 'image/jpeg'],
      [png, 'image/jpeg'],
      [png.subarray(0, 40), 'image/png'],
    ] as const)
      expect(await upload('wang', bytes, type)).toMatchObject({ status: 400, body: { code: 'not-a-photo' } });
    for (const type of ['image/gif', 'application/json', 'text/plain'])
      expect(await upload('wang', type === 'application/json' ? '{}' : 'x', type)).toMatchObject({
        status: 415,
        body: {
          code: 'unsupported-media-type',
          detail: 'Send a picture (image/jpeg, image/png or image/webp).',
        },
      });
    expect(await upload('wang', Buffer.alloc(8 * 1024 * 1024 + 1))).toMatchObject({ status: 413 });
    expect(await upload(riverHeadMember, png, 'image/png')).toMatchObject({
      status: 400,
      body: { code: 'photo-needs-case' },
    });
    expect(await upload(riverHeadMember, png, 'image/png', `?caseId=${asked.id}`)).toMatchObject({
      status: 201,
    });
    const elsewhere = await fetch(`${town.url}/api/v1/cases`, {
      method: 'POST',
      headers: { authorization: 'Bearer wang', 'content-type': 'image/png', 'idempotency-key': 'p' },
      body: png,
    });
    expect(elsewhere.status).toBe(415);
  });

  test('a note of staff is not for whoever asked; the holder reads what both have added', async () => {
    const asked = await asks('wang', 'The bin.');
    await post('wang', on(asked, 'additions'), { words: 'The red one.' });
    expect((await post(riverHeadMember, on(asked, 'additions'), { words: 'Key at number four.' }))[0]).toBe(
      200,
    );
    expect(JSON.stringify(await own('wang', asked))).not.toContain('number four');
    const kinds = async (who: string) =>
      (await town.list(who, on(asked, 'additions'))).map(({ kind, words }) => [kind, words]);
    expect(await kinds('wang')).toEqual([['words', 'The red one.']]);
    expect(await kinds(riverHeadMember)).toEqual([
      ['words', 'The red one.'],
      ['note', 'Key at number four.'],
    ]);
    expect(await post('wang', on(asked, 'additions'), {})).toEqual([400, 'malformed']);
  });

  test('opens to nobody once whoever asked is erased', async () => {
    const asked = await asks('wang', 'The bin.');
    const { body } = await upload('wang', await photoWithPlace());
    const photoId = String(body['photoId']);
    await post('wang', on(asked, 'additions'), { words: 'The red one.', photoIds: [photoId] });
    await town.post('operator', on(asked, 'erase-person'), { reason: 'asked-for' });
    expect((await pictureOf(clerk, asked, photoId)).status).toBe(404);
    expect(await own('wang', asked)).toMatchObject({
      words: null,
      additions: [{ words: null }, { kind: 'photo' }],
    });
  });
});

describe('Whoever asked is erased', () => {
  const secretary = 'community-secretary@mu/dongguan';
  const slots = [9, 10, 11].map((hour) => ({
    from: `2026-03-05T${String(hour).padStart(2, '0')}:00:00+08:00`,
    until: `2026-03-05T${String(hour).padStart(2, '0')}:30:00+08:00`,
    capacity: 1,
  }));
  const publishDay = async () => {
    const { body } = await town.post(secretary, '/api/v1/interview-days', {
      ...{ area: 'mu/dongguan', place: 'Room 201', slots },
    });
    return String(body['day']);
  };
  const books = async (who: string, day: string, said: object) => {
    const path = `/api/v1/interview-days/${day}/bookings`;
    const { status, body } = await town.post(who, path, { name: 'Wang', ...said });
    expect(status).toBe(201);
    return async () => {
      const file = await town.read(secretary, `${path}/${String(body['booking'])}/file`);
      return [file['name'], file['phone']];
    };
  };

  test('with the interviews that they booked by their account, by the code of the case and at the desk', async () => {
    const day = await publishDay();
    const phone = '13911112222';
    const asked = await asks('wang', 'The bin.');
    const called = await asks(clerk, 'The lamp.', { phone });
    const byAccount = await books('wang', day, { slot: 1, phone });
    const byCode = await books(await tokenFor(called), day, { slot: 2, phone });
    const atDesk = await books(clerk, day, { slot: 3, phone });
    expect(await byAccount()).toEqual(['Wang', phone]);

    await town.post('operator', on(called, 'erase-person'), { reason: 'asked-for' });
    expect([await byCode(), await atDesk()]).toEqual([
      [null, null],
      [null, null],
    ]);
    // An account that names the same phone may be a neighbour's: it is erased by a case of its own.
    expect(await byAccount()).toEqual(['Wang', phone]);
    await town.post('operator', on(asked, 'erase-person'), { reason: 'asked-for' });
    expect(await byAccount()).toEqual([null, null]);
  });
});
