import { expect, test } from '@jest/globals';
import { bodyOf, formOf, isOvernight } from './form';

const stated = {
  account: 'li',
  language: 'zh' as const,
  days: ['mon' as const, 'sat' as const],
  from: '08:00',
  to: '18:00',
  digestAt: ['08:30'],
  email: null,
  webhook: null,
};
const { account: _, ...said } = stated;

test('what was stated and is not changed is stated the same', () => {
  expect(bodyOf(formOf(stated))).toEqual(said);
});

test('working days are days of the town, and no days of the week beside them', () => {
  expect(bodyOf(formOf({ ...stated, days: ['working'] })).days).toEqual(['working']);
});

test('the end of the day is one, also where a field cannot say it', () => {
  const form = formOf({ ...stated, from: '00:00', to: '24:00' });
  expect([form.to, isOvernight(form), bodyOf(form).to]).toEqual(['00:00', false, '24:00']);
});

test('hours may go over midnight', () => {
  expect(isOvernight(formOf({ ...stated, from: '20:00', to: '06:00' }))).toBe(true);
});

test('an address that was cleared is none; a secret is made anew only where that is asked for', () => {
  const url = 'https://receiver.example/mulin';
  const form = formOf({ ...stated, email: 'li@town.example', webhook: { url, isDisabled: false } });
  expect(bodyOf({ ...form, email: ' ' })).toMatchObject({ email: null, webhook: { url, newSecret: false } });
  expect(bodyOf({ ...form, isNewSecret: true }).webhook).toEqual({ url, newSecret: true });
  expect(bodyOf({ ...form, url: '' }).webhook).toBeNull();
});
