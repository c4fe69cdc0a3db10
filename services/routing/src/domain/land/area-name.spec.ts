import { describe } from '@jest/globals';
import { scenarios } from '@mulin/testing';
import * as AreaName from './area-name.js';

const scenario = scenarios(AreaName.decider);
const east = { en: 'East', zh: '东' };
const sunrise = { en: 'Sunrise', zh: '日出' };
const named = (name: typeof east, version: number): AreaName.Event => ({
  type: 'AreaNamed',
  data: { path: 'mu/east', name, version },
});

describe('The name of an area', () => {
  scenario('is what the pack calls it').given().when(AreaName.call('mu/east', east)).then(named(east, 1));
  scenario('is said once').given(named(east, 1)).when(AreaName.call('mu/east', east)).thenEcho();
  scenario('that changes is its next version')
    .given(named(east, 1))
    .when(AreaName.call('mu/east', sunrise))
    .then(named(sunrise, 2));
});
