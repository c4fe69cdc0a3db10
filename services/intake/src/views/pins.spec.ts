import { pinsRows, storyIn } from '@mulin/testing';
import type * as Person from '../domain/person.js';
import type * as Case from '../domain/case/case.js';
import { caseNumbers } from './case-numbers.js';
import { duplicatesUnderWay } from './duplicates-under-way.js';
import { erasures } from './erasures.js';

const story = storyIn<Person.Event>(new URL('./persons.story.jsonl', import.meta.url));

pinsRows(erasures, story, {
  1: {
    story: 'da69203dfff935b859cb1b73f7dbd00a87dac5e4d964d7643c01bfd963c4329a',
    rows: '4ace3a1f829ebc2e232e9bb8fdf9b7cb19667c7e9c00a378b12e0d0380af2918',
  },
});

const cases = storyIn<Case.Event>(new URL('./cases.story.jsonl', import.meta.url));

pinsRows(caseNumbers, cases, {
  1: {
    story: 'e54c27f907d3a70d9b83ad843a13ed3b30b091e046630714ebff90acdbc2ed84',
    rows: 'a358ed027b97ce03fb1e7ba7799fc97c59e59e50c10641d0682b241309f6ad3e',
  },
});

const duplicates = storyIn<Case.Event>(new URL('./duplicates.story.jsonl', import.meta.url));

pinsRows(duplicatesUnderWay, duplicates, {
  1: {
    story: '0df62756334d99c13a0a362e917a13196c6bcb03f396c5c9a3411302374fe190',
    rows: '8537c06b50adb37fe97e92d52e5fa4d75e2d61908dee8ade8f858b003d5c2cbd',
  },
});
