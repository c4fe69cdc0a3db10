import { pinsRows, storyIn } from '@mulin/testing';
import type * as Clocks from '../domain/clocks.js';
import { clocksDue } from './clocks-due.js';
import { escalations } from './escalations.js';

const story = storyIn<Clocks.Event>(new URL('./clocks.story.jsonl', import.meta.url));

pinsRows(clocksDue, story, {
  1: {
    story: 'e974d8cca22099c3cd326ec1206ec6aff92784343ce1b8f1a4f68ccb6886e61d',
    rows: '18e6a7939e3463b91ee83e84f4038fa0462a461c79ae7bf350cbbc6508db977c',
  },
});

pinsRows(escalations, story, {
  1: {
    story: 'e974d8cca22099c3cd326ec1206ec6aff92784343ce1b8f1a4f68ccb6886e61d',
    rows: '37b6bb5147fd33511a71376ab51caa2c009acb05a746a3c6c5f9df2d3188581e',
  },
});
