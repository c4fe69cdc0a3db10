import { pinsRows, storyIn } from '@mulin/testing';
import type { Event } from '../domain/rating-events.js';
import { askings } from './askings.js';
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
});
pinsRows(ratings, story, {
  1: {
    story: '39fb486037d82c30f9986e6593cc7524bbfb42fc8ce5915f27aaccf166f4f53c',
    rows: '80d955105daf8a95342ce3da905342235a1abbae1bd4a80940027ec752571741',
  },
});
