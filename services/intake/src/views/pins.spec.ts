import { pinsRows, storyIn } from '@mulin/testing';
import type * as Person from '../domain/person.js';
import type * as Case from '../domain/case/case.js';
import { caseNumbers } from './case-numbers.js';
import { linksUnderWay } from './links-under-way.js';
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

const links = storyIn<Case.Event>(new URL('./links.story.jsonl', import.meta.url));

pinsRows(linksUnderWay, links, {
  1: {
    story: '3f7c48c477b8a3815ee29865c1bac1dbd8a405a672e3bd2d1fbf372dfd0bcbef',
    rows: 'ebab12f50a6299e21631f55b3135cc07d90d2b2bff06996aa9f6e28f321db1a8',
  },
});
