import { pinsRows, storyIn } from '@mulin/testing';
import type { Event as DayEvent } from '../domain/day/day-events.js';
import type { Event as DisputeEvent } from '../domain/dispute/dispute-events.js';
import type { Event as PromiseEvent } from '../domain/promise/promise.js';
import { days } from './days.js';
import { disputes } from './disputes.js';
import { promises } from './promises.js';
import { sessions } from './sessions.js';

const disputeStory = storyIn<DisputeEvent>(new URL('./dispute.story.jsonl', import.meta.url));
const dayStory = storyIn<DayEvent>(new URL('./day.story.jsonl', import.meta.url));
const promiseStory = storyIn<PromiseEvent>(new URL('./promise.story.jsonl', import.meta.url));

pinsRows(disputes, disputeStory, {
  1: {
    story: 'cd13c4d58a336fe90f548f09d1110d9173cde06305122a4cc54c53f577165390',
    rows: 'e3895e2bbd96300621527d868e22d50c3cf20f69ec5c417f3603260bd5718527',
  },
  2: {
    story: 'cd13c4d58a336fe90f548f09d1110d9173cde06305122a4cc54c53f577165390',
    rows: 'f80fc8da65244367384c861835c5f3b7dec1b11aebbabe4077e872109b5bdadd',
  },
});
pinsRows(sessions, disputeStory, {
  1: {
    story: 'cd13c4d58a336fe90f548f09d1110d9173cde06305122a4cc54c53f577165390',
    rows: '76c1c6e4d0ebb93430c716d3336ce2ab5b6e7b14e2667d97b538e0fed0b8f6ba',
  },
});
pinsRows(days, dayStory, {
  1: {
    story: '648ac5d8fd6430c19db8e8dc34f187d1d257e9ec5055bfc9acb293402989e2c9',
    rows: '063a28fd9aef2438fd9203d3d86d66867af5bc9bb3480f2f92730bdd6cc39516',
  },
});
pinsRows(promises, promiseStory, {
  1: {
    story: 'e8bf196919d86de7a78fba9ccdd12df6d11ac883388ba06c65c693261f4fed09',
    rows: '65896b6b508366bc39e3346342fffc7f2fb198b617a7ae2efd64185c3e8357ef',
  },
});
