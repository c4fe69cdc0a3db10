import { describe } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import * as Person from './person.js';

const scenario = scenarios(Person.decider);

const noon = instant('2026-03-02T04:00:00Z');
const asked = { request: 'r1', caseId: 'c1', number: 'mu-2026-000001', reason: 'asked-for' } as const;
const erased: Person.Event = { type: 'PersonErased', data: { ...asked, erasedAt: noon } };
const again = { ...asked, request: 'r2' };

describe('An erasure', () => {
  scenario('is on record with its case and its reason')
    .given()
    .at(noon)
    .when(Person.erase({ ...asked, hasErased: true }))
    .then(erased);
  scenario('sent twice is on record once')
    .given(erased)
    .when(Person.erase({ ...asked, hasErased: true }))
    .thenEcho();
  scenario('of somebody of whom nothing is left is none')
    .given(erased)
    .when(Person.erase({ ...again, hasErased: false }))
    .thenNothing();
  scenario('of somebody who came back is another one')
    .given(erased)
    .at(noon)
    .when(Person.erase({ ...again, hasErased: true }))
    .then({ type: 'PersonErased', data: { ...again, erasedAt: noon } });
  scenario('that the vault made before the program ended is recorded when it is asked for again')
    .given()
    .at(noon)
    .when(Person.erase({ ...again, hasErased: false }))
    .then({ type: 'PersonErased', data: { ...again, erasedAt: noon } });
});

describe('A case in which somebody else was noted first', () => {
  const takenOver: Person.Event = { type: 'CaseTakenOver', data: { caseId: 'c7', takenOverAt: noon } };
  scenario('is on record with the person who asked in truth')
    .given()
    .at(noon)
    .when(Person.takeOver('c7'))
    .then(takenOver);
  scenario('is so once').given(takenOver).at(noon).when(Person.takeOver('c7')).thenEcho();
  scenario('is no erasure yet')
    .given(takenOver)
    .at(noon)
    .when(Person.erase({ ...asked, hasErased: true }))
    .then(erased);
});
