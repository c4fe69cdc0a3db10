import { pinsRows, storyIn } from '@mulin/testing';
import type * as Delivery from '../domain/delivery/delivery.js';
import type * as Matter from '../domain/matter.js';
import { deliveries } from './deliveries.js';
import { items } from './items.js';

const story = storyIn<Matter.Event>(new URL('./items.story.jsonl', import.meta.url));

pinsRows(items, story, {
  1: {
    story: 'e240b6b8e6178435c2e92e6108fd9fc0fe6d8f31fc07967993e913943940842a',
    rows: '13a7d428f5fbc5c30335bf639c786682bb9e73aaba66d77b14013d01e0c12a63',
  },
  2: {
    story: 'e240b6b8e6178435c2e92e6108fd9fc0fe6d8f31fc07967993e913943940842a',
    rows: 'cca49f023db51e5232c889fcd6b2548ae1504ab60e9fd314349c97098f249f06',
  },
});

pinsRows(deliveries, storyIn<Delivery.Event>(new URL('./deliveries.story.jsonl', import.meta.url)), {
  1: {
    story: '07a23036745c53e0ddefc51696722480d96e24748ceceb9d6249e7edfb0fe5ca',
    rows: 'a16793e4824cb970eee3158f754adef04097ba75389b55100176bee6212cdd97',
  },
  2: {
    story: 'f805f476031c2ff434041fe12a31e48e8f27582ae2babe96e1f6453d1a9c38d3',
    rows: '13b9a601d4f78cd38ecc9eded9d9d4bafaa30552e7cd9044a640c49e30f30094',
  },
  3: {
    story: '9fc729d72d67be51b94608d83c07693eaf577d39908d6104bbdae68bd1943016',
    rows: '440d1bab4057255fdf6c47da67a92d040b2e08c6a96dafdd0b2097f727acd79e',
  },
});
