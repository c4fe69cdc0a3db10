import { pinsRows, storyIn } from '@mulin/testing';
import type * as Matter from '../domain/matter.js';
import { items } from './items.js';

const story = storyIn<Matter.Event>(new URL('./items.story.jsonl', import.meta.url));

pinsRows(items, story, {
  1: {
    story: 'e240b6b8e6178435c2e92e6108fd9fc0fe6d8f31fc07967993e913943940842a',
    rows: '13a7d428f5fbc5c30335bf639c786682bb9e73aaba66d77b14013d01e0c12a63',
  },
});
