import { describe } from '@jest/globals';
import { scenarios } from '@mulin/testing';
import * as Beginning from './beginning.js';

const scenario = scenarios(Beginning.decider);
const recorded: Beginning.Event = { type: 'LandRecorded', data: { town: 'mu' } };

describe('A town’s land', () => {
  scenario('is on record in full from when the town says so')
    .given()
    .when(Beginning.conclude('mu'))
    .then(recorded);
  scenario('is put on record once').given(recorded).when(Beginning.conclude('mu')).thenEcho();
});
