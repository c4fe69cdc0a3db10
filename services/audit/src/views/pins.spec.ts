import { pinsRows, storyIn } from '@mulin/testing';
import { cases } from './cases.js';
import type { Heard } from './heard.js';

const story = storyIn<Heard>(new URL('./history.story.jsonl', import.meta.url));

pinsRows(cases, story, {
  1: {
    story: '525c9067169260c5eb22b9a47e6e1ca8938baf2b9e2b92c58cd031005ed14441',
    rows: 'ef86d9446a6f6b72c9fca42d85e4b4f6ff6cbf478a4e2e3462e1586eb82dff0c',
  },
});
