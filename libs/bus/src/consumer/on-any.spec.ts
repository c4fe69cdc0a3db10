import { expect, test } from '@jest/globals';
import { CaseWithdrawnV1 } from '@mulin/contracts';
import { sample } from '@mulin/testing';
import { dispatcher, InvalidMessage, on, onAny } from './reaction.js';

const withdrawn = sample('intake.case-withdrawn.v1');
const unknown = { ...withdrawn, type: 'mediation.session-held.v1', data: { room: 2 }, extra: 'kept' };

test('who hears everything is given each event as it came, also of a type nobody knows', async () => {
  const heard: unknown[] = [];
  const dispatch = dispatcher([onAny(async (event) => heard.push(event))]);

  expect(await dispatch(withdrawn)).toBe('handled');
  expect(await dispatch(unknown)).toBe('handled');
  expect(heard).toEqual([withdrawn, unknown]);
});

test('a reaction to one type goes before the one to everything', async () => {
  const heard: string[] = [];
  const dispatch = dispatcher([
    onAny(async () => heard.push('any')),
    on(CaseWithdrawnV1, async () => heard.push('withdrawn')),
  ]);

  await dispatch(withdrawn);
  await dispatch(unknown);
  expect(heard).toEqual(['withdrawn', 'any']);
});

test('what has no envelope is not what it claims, whatever its type', async () => {
  const dispatch = dispatcher([onAny(async () => undefined)]);
  await expect(dispatch({ type: 'mediation.session-held.v1', data: {} })).rejects.toThrow(InvalidMessage);
});
