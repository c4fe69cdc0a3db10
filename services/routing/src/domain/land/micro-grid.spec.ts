import { describe } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import * as MicroGrids from './micro-grid.js';

const scenario = scenarios(MicroGrids.decider);

const march = instant('2026-03-02T00:00:00Z');
const square = [
  [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ],
];
const home: MicroGrids.MicroGrid = {
  id: 'm1',
  name: { en: 'One', zh: '一' },
  net: 'life',
  area: 'mu/c1/v1/g1/m1',
  land: [square],
};
const moved = { ...home, area: 'mu/c2/v1/g1/m1' };

const drawn: MicroGrids.Event = {
  type: 'MicroGridDrawn',
  data: { microGrid: home, version: 1, since: null },
};
const redrawn: MicroGrids.Event = {
  type: 'MicroGridDrawn',
  data: { microGrid: moved, version: 2, since: march },
};
const givenUp: MicroGrids.Event = { type: 'MicroGridGivenUp', data: { id: 'm1', version: 2, since: march } };

describe('A micro-grid', () => {
  scenario('is drawn as the pack has it').given().when(MicroGrids.draw(home, null)).then(drawn);
  scenario('is drawn once').given(drawn).when(MicroGrids.draw(home, null)).thenEcho();
  scenario('is drawn again when anything about it changes')
    .given(drawn)
    .when(MicroGrids.draw(moved, march))
    .then(redrawn);
  scenario('is given up when the pack has it no more')
    .given(drawn)
    .at(march)
    .when(MicroGrids.giveUp)
    .then(givenUp);
  scenario('is given up once').given(drawn, givenUp).at(march).when(MicroGrids.giveUp).thenEcho();
  scenario('that never was cannot be given up').given().when(MicroGrids.giveUp).thenNothing();
  scenario('comes back as a new version')
    .given(drawn, givenUp)
    .when(MicroGrids.draw(home, march))
    .then({ type: 'MicroGridDrawn', data: { microGrid: home, version: 3, since: march } });
});
