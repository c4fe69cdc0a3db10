import { expect, test } from '@jest/globals';
import * as Case from './case/case.js';
import * as Handling from './handling.js';
import * as Menu from './menu.js';
import * as Person from './person.js';

test('what is on record is found under the names it was recorded under', () => {
  const deciders = [Case.decider, Handling.decider, Menu.decider, Person.decider];
  expect(deciders.map(({ category }) => category)).toEqual(['case', 'handling', 'menu', 'person']);
});
