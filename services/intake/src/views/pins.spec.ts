import { pinsRows, storyIn } from '@mulin/testing';
import type * as Person from '../domain/person.js';
import { erasures } from './erasures.js';

const story = storyIn<Person.Event>(new URL('./persons.story.jsonl', import.meta.url));

pinsRows(erasures, story, {
  1: {
    story: 'da69203dfff935b859cb1b73f7dbd00a87dac5e4d964d7643c01bfd963c4329a',
    rows: '4ace3a1f829ebc2e232e9bb8fdf9b7cb19667c7e9c00a378b12e0d0380af2918',
  },
});
