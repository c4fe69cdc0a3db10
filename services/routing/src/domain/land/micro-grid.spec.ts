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

const may = instant('2026-05-04T00:00:00Z');
const one = (microGrid: MicroGrids.MicroGrid) => [{ microGrid }];
/** By the pack: `home` until March, and `moved` from then on. */
const twoMaps = [
  { microGrid: moved, from: march },
  { microGrid: home, until: march },
];
const givenUpLater: MicroGrids.Event = {
  type: 'MicroGridGivenUp',
  data: { id: 'm1', version: 2, since: may },
};

describe('A micro-grid', () => {
  scenario('is drawn as the pack has it')
    .given()
    .when(MicroGrids.draw(one(home), 'm1', null))
    .then(drawn);
  scenario('is drawn once')
    .given(drawn)
    .when(MicroGrids.draw(one(home), 'm1', null))
    .thenEcho();
  scenario('is drawn once, by later starts too')
    .given(drawn)
    .when(MicroGrids.draw(one(home), 'm1', march))
    .thenNothing();
  scenario('is drawn again when anything about it changes')
    .given(drawn)
    .when(MicroGrids.draw(one(moved), 'm1', march))
    .then(redrawn);
  scenario('is given up when the pack has it no more')
    .given(drawn)
    .when(MicroGrids.draw([], 'm1', march))
    .then(givenUp);
  scenario('is given up once')
    .given(drawn, givenUp)
    .when(MicroGrids.draw([], 'm1', march))
    .thenEcho();
  scenario('that never was cannot be given up')
    .given()
    .when(MicroGrids.draw([], 'm1', march))
    .thenNothing();
  scenario('comes back as a new version')
    .given(drawn, givenUp)
    .when(MicroGrids.draw(one(home), 'm1', may))
    .then({ type: 'MicroGridDrawn', data: { microGrid: home, version: 3, since: may } });
});

describe('A micro-grid that was redrawn before the town began with us', () => {
  scenario('has both of its borders on record')
    .given()
    .when(MicroGrids.draw(twoMaps, 'm1', null))
    .then(drawn, redrawn);
  scenario('has them once')
    .given(drawn, redrawn)
    .when(MicroGrids.draw(twoMaps, 'm1', may))
    .thenEcho();
  scenario('is split in two: the old one ends, and is on record')
    .given()
    .when(MicroGrids.draw([{ microGrid: home, until: march }], 'm1', null))
    .then(drawn, givenUp);
});

describe('The first start of a town, broken off and begun anew with another map,', () => {
  const redrawnForEver: MicroGrids.Event = {
    type: 'MicroGridDrawn',
    data: { microGrid: moved, version: 2, since: null },
  };
  scenario('has the land lie as that map says, for ever before')
    .given(drawn)
    .when(MicroGrids.draw(one(moved), 'm1', null))
    .then(redrawnForEver);
  scenario('says so once')
    .given(drawn, redrawnForEver)
    .when(MicroGrids.draw(one(moved), 'm1', null))
    .thenEcho();
  scenario('gives up nothing of what it had on record for ever before')
    .given(drawn)
    .when(MicroGrids.draw([], 'm1', null))
    .thenNothing();
});

describe('A redraw that is announced', () => {
  const june = instant('2026-06-01T00:00:00Z');
  const putOff = [
    { microGrid: home, until: june },
    { microGrid: moved, from: june },
  ];
  const goesOn: MicroGrids.Event = {
    type: 'MicroGridDrawn',
    data: { microGrid: home, version: 3, since: may },
  };
  const movedInJune: MicroGrids.Event = {
    type: 'MicroGridDrawn',
    data: { microGrid: moved, version: 4, since: june },
  };
  const announced = [{ microGrid: home, until: may }];
  scenario('is on record, with the day from which it holds')
    .given(drawn)
    .when(MicroGrids.draw(announced, 'm1', march))
    .then(givenUpLater);
  scenario('once')
    .given(drawn, givenUpLater)
    .when(MicroGrids.draw(announced, 'm1', march))
    .thenEcho();
  scenario('and called off leaves things as they were')
    .given(drawn, givenUpLater)
    .when(MicroGrids.draw(one(home), 'm1', march))
    .then({ type: 'MicroGridDrawn', data: { microGrid: home, version: 3, since: may } });
  scenario('and put off leaves things as they were until then')
    .given(drawn, givenUpLater)
    .when(MicroGrids.draw(putOff, 'm1', march))
    .then(goesOn, movedInJune);
  scenario('and put off is so once')
    .given(drawn, givenUpLater, goesOn, movedInJune)
    .when(MicroGrids.draw(putOff, 'm1', may))
    .thenEcho();
  scenario('of land that was none before, and called off, gives it up before it begins')
    .given({ type: 'MicroGridDrawn', data: { microGrid: home, version: 1, since: may } })
    .when(MicroGrids.draw([], 'm1', march))
    .then(givenUpLater);
  scenario('and brought forward holds from then on')
    .given(drawn, { type: 'MicroGridDrawn', data: { microGrid: moved, version: 2, since: june } })
    .when(
      MicroGrids.draw(
        [
          { microGrid: home, until: may },
          { microGrid: moved, from: may },
        ],
        'm1',
        march,
      ),
    )
    .then({ type: 'MicroGridDrawn', data: { microGrid: moved, version: 3, since: may } });
  scenario('holds from its day on, also where only the next border says from when')
    .given()
    .when(MicroGrids.draw([{ microGrid: home }, { microGrid: moved, from: march }], 'm1', null))
    .then(drawn, redrawn);
  scenario('and comes with a start in its very moment holds from then on')
    .given(drawn)
    .when(MicroGrids.draw(twoMaps, 'm1', march))
    .then(redrawn);
  scenario('that a pack says afterwards changes nothing that has happened')
    .given(drawn)
    .when(MicroGrids.draw(twoMaps, 'm1', may))
    .then({ type: 'MicroGridDrawn', data: { microGrid: moved, version: 2, since: may } });
});
