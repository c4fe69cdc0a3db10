import { describe, expect, test } from '@jest/globals';
import { rebuild } from '@mulin/kernel';
import { pinsRows, storyIn } from '@mulin/testing';
import type { Event } from '../domain/rating-events.js';
import { askings } from './askings.js';
import type { Event as RateEvent } from '../domain/rates/rate-events.js';
import { ratedCycles } from './rated-cycles.js';
import { ratings } from './ratings.js';

const story = storyIn<Event>(new URL('./rating.story.jsonl', import.meta.url));

pinsRows(askings, story, {
  1: {
    story: '39fb486037d82c30f9986e6593cc7524bbfb42fc8ce5915f27aaccf166f4f53c',
    rows: 'e4fab91ead8683c6595e56e6dcf31fc1ee7a5d5f0f0a1d245121bcf7a65d11ab',
  },
  2: {
    story: '39fb486037d82c30f9986e6593cc7524bbfb42fc8ce5915f27aaccf166f4f53c',
    rows: 'ab4f2083c81a86a8d15d6b86a593b7ce3e94d37b5c9a2375020d6256f3610401',
  },
  3: {
    story: '39fb486037d82c30f9986e6593cc7524bbfb42fc8ce5915f27aaccf166f4f53c',
    rows: '6cf7ed97e5018519dee9bf9cc6c51e24dca97b3105b014f91cfd65fcbbe99ace',
  },
  4: {
    story: '39fb486037d82c30f9986e6593cc7524bbfb42fc8ce5915f27aaccf166f4f53c',
    rows: 'c4f80d8fb5a67d69ad49bda0d0d95798052ca4fc0dbda6c404906d58a5bab767',
  },
  5: {
    story: '39fb486037d82c30f9986e6593cc7524bbfb42fc8ce5915f27aaccf166f4f53c',
    rows: '07948a0451a62315af3645a8770a5f4c89d980746e87d6f0c5d7e39b02d6e9b9',
  },
  6: {
    story: '39fb486037d82c30f9986e6593cc7524bbfb42fc8ce5915f27aaccf166f4f53c',
    rows: '308d06f787f460c9366001fc62ac62834aca928625e19f2abbe94334dc3ee80f',
  },
  7: {
    story: '39fb486037d82c30f9986e6593cc7524bbfb42fc8ce5915f27aaccf166f4f53c',
    rows: 'c4c35fc733e3f4bc03ca2572080d3e1f638f78306fcd2614a856c7a41ae72ce9',
  },
});
pinsRows(ratings, story, {
  1: {
    story: '39fb486037d82c30f9986e6593cc7524bbfb42fc8ce5915f27aaccf166f4f53c',
    rows: '80d955105daf8a95342ce3da905342235a1abbae1bd4a80940027ec752571741',
  },
});

const rateStory = storyIn<Event | RateEvent>(new URL('./rate.story.jsonl', import.meta.url));

pinsRows(ratedCycles, rateStory, {
  1: {
    story: '98c399bfa0a6e499c8694234afc7b2dd5317fc4bb43339020f431c5a36a1ddc3',
    rows: '66be1b42b3be526dd4b7a97b6257ca4338c481679b6b4f696570f2028fc78e78',
  },
  2: {
    story: '98c399bfa0a6e499c8694234afc7b2dd5317fc4bb43339020f431c5a36a1ddc3',
    rows: '5b7019cb121cb8c89cae85b9cd703118c27d38bc51631d713904934672a63434',
  },
  3: {
    story: '0d1f1d7575bb84cb120088eba1af98da71f13933fc5516b16897eea9cce4b335',
    rows: '488ce11dc5d178772e11fe7eb59b358429fee6177270eaf48f6acf15c6c98e60',
  },
});

describe('A cycle in the rates', () => {
  const rows = rebuild(ratedCycles, rateStory);
  const columnsOf = (key: string) => {
    const row = rows.get(key);
    return (
      row && Object.fromEntries(Object.entries(ratedCycles.columns).map(([name, { of }]) => [name, of(row)]))
    );
  };

  test('comes to what was heard and decided of it', () => {
    expect(columnsOf('8e367c7b-f2ce-86b6-bd04-d63a4e68e761/1')).toEqual({
      area: 'mu/dongguan/hetou/hetou-1/hetou-1-a',
      office: 'urban-works',
      item: 'traffic',
      channel: 'portal',
      net: 'production',
      at: '2026-03-07T09:00:00.000Z',
      marks: 'R1/1 S!0/1 Z!0/1 T!1/2 X',
      sharers: [],
      parts: [],
      exemptions: ['settled'],
      askers: [
        'mu',
        'mu/dongguan',
        'mu/dongguan/hetou',
        'mu/dongguan/hetou/hetou-1',
        'mu/dongguan/hetou/hetou-1/hetou-1-a',
        'office:urban-works',
      ],
    });
    expect(columnsOf('8e367c7b-f2ce-86b6-bd04-d63a4e68e761/2')).toMatchObject({
      at: '2026-03-09T10:00:00.000Z',
      marks: 'R1/1 S1/1 Z1/1 T1/1 x',
      exemptions: [],
    });
    expect(columnsOf('0b6f1d52-5f3e-8a41-9a6c-0e6c1c0f2b11/1')).toMatchObject({
      area: null,
      at: '2015-04-17T13:05:09.000Z',
      marks: 'T1/1 x',
    });
  });

  test('that counts for several units is found by each of them', () => {
    expect(columnsOf('5c1d2f60-1f0a-8b3e-9a54-7d2e8c6b4a13/1')).toMatchObject({
      area: 'mu/xiguan/shuinan/shuinan-1/shuinan-1-a',
      marks: null,
      parts: [
        'T!0/1 X|mu/dongguan/hetou/hetou-1/hetou-1-a|',
        'R1/1 T1/1 x|mu/xiguan/shuinan/shuinan-1/shuinan-1-a|',
      ],
      sharers: expect.arrayContaining(['mu', 'mu/dongguan/hetou/hetou-1/hetou-1-a', 'mu/xiguan']),
    });
  });

  test('comes to the same in whatever order services told it, and told twice', () => {
    const ofRates = rateStory.filter(({ stream }) => stream.startsWith('rate-'));
    const ofRatings = rateStory.filter(({ stream }) => stream.startsWith('rating-'));
    for (const order of [
      [...ofRatings, ...ofRates],
      [...ofRates, ...ofRatings],
      [...rateStory, ...ofRates],
    ])
      expect(rebuild(ratedCycles, order)).toEqual(rows);
  });
});
