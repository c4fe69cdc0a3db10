import { pinsRows, storyIn } from '@mulin/testing';
import { cases } from './cases.js';
import { disputes } from './disputes.js';
import type { PublicEventRecorded } from './recorded-events.js';

const story = storyIn<PublicEventRecorded>(new URL('./history.story.jsonl', import.meta.url));

pinsRows(cases, story, {
  1: {
    story: '525c9067169260c5eb22b9a47e6e1ca8938baf2b9e2b92c58cd031005ed14441',
    rows: 'ef86d9446a6f6b72c9fca42d85e4b4f6ff6cbf478a4e2e3462e1586eb82dff0c',
  },
  2: {
    story: '903f29b39e63daeac634454da9763eb0885bb708a94ce3ce2761572f462a3330',
    rows: '32a136cb9e0cdadf577f4abdd6b27590711d089000e6ed9f26365f406231c523',
  },
  3: {
    story: '903f29b39e63daeac634454da9763eb0885bb708a94ce3ce2761572f462a3330',
    rows: '2f0f762a1623d692db02a5df254a1472e2a9d32140502de80e0eaa64428b032a',
  },
  4: {
    story: '903f29b39e63daeac634454da9763eb0885bb708a94ce3ce2761572f462a3330',
    rows: 'e5c56cea8d5d59aa486f2185346fef8905123cbc1de6f1c72239b8fa4909aeee',
  },
  5: {
    story: '903f29b39e63daeac634454da9763eb0885bb708a94ce3ce2761572f462a3330',
    rows: '2a002a56795e633b252ac7e4ccaa5544c4beb5b3a76e3729651e2593008f661e',
  },
  6: {
    story: '903f29b39e63daeac634454da9763eb0885bb708a94ce3ce2761572f462a3330',
    rows: '2a002a56795e633b252ac7e4ccaa5544c4beb5b3a76e3729651e2593008f661e',
  },
  7: {
    story: '903f29b39e63daeac634454da9763eb0885bb708a94ce3ce2761572f462a3330',
    rows: '61f2c0a1aed6babc0f57230b733dd0d9028be2caf38d2cb1d0e6fb6b308cb39c',
  },
  8: {
    story: '8059921a55c83c55b00764e4a4572febdb43f345c787de44cf37f6daf6d4cac3',
    rows: 'cd848211fe4cd5bba49ddaad521d74ce0a4403aec7206900a8d543571302a9af',
  },
  9: {
    story: '8059921a55c83c55b00764e4a4572febdb43f345c787de44cf37f6daf6d4cac3',
    rows: '5fc9ca1c1ab87938cb808e2a9d47f67d911f3ed4aaa3d58bbcb25d0971945bd5',
  },
  10: {
    story: 'cc06ea430d35c24fba5d935ba744c03c7e6fd4cb71d9cc566093ef8dfd2fb3e2',
    rows: '40f6243e318206596ed7858afab475943259fdeb9bab35cd71181553c95e2d31',
  },
  11: {
    story: 'cc06ea430d35c24fba5d935ba744c03c7e6fd4cb71d9cc566093ef8dfd2fb3e2',
    rows: '11251a9d715b0f81b4d4c2573745006cf0110e15c5f44b6727cbb3fc211bf3f6',
  },
  // A lateness that is taken back in one area stands in the others.
  12: {
    story: 'cc06ea430d35c24fba5d935ba744c03c7e6fd4cb71d9cc566093ef8dfd2fb3e2',
    rows: '11251a9d715b0f81b4d4c2573745006cf0110e15c5f44b6727cbb3fc211bf3f6',
  },
  // Also counted by when they were reported, closed and missed.
  13: {
    story: 'cc06ea430d35c24fba5d935ba744c03c7e6fd4cb71d9cc566093ef8dfd2fb3e2',
    rows: 'b16037c90f17305297eb88b8b2613baae70a93c4f80f503de444c8d02964ba80',
  },
});

const ofDisputes = storyIn<PublicEventRecorded>(new URL('./disputes.story.jsonl', import.meta.url));

pinsRows(disputes, ofDisputes, {
  1: {
    story: '94ae4a33ed745ddf719a05d791daec0052e56876e399d4335d55f86b5a7243ed',
    rows: '503943a82041ef27fb6340586dc59d004e8314f160bb90c5056b8519e55be591',
  },
});
