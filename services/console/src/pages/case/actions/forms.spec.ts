import { describe, expect, test } from '@jest/globals';

// The client asks the browser for its language as it is loaded; not every Node has a `navigator`.
Object.defineProperty(globalThis, 'navigator', { value: { language: 'en' }, configurable: true });
const { formOf, isReady, shownFields, valuesOf } = await import('./forms');

const names = (values: Readonly<Record<string, string>>) =>
  shownFields(formOf('reclassify'), values).map(({ name }) => name);

describe('A correction', () => {
  test('asks for what was wrong, and for nothing else', () => {
    expect(names({})).toEqual(['reason']);
    expect(names({ reason: 'wrong-menu-item' })).toEqual(['reason', 'menuItem']);
    expect(names({ reason: 'wrong-place' })).toEqual(['reason', 'microGrid', 'address']);
  });

  test('of a place wants a micro-grid, an address, or both', () => {
    const form = formOf('reclassify');
    expect(isReady(form, { reason: 'wrong-place' })).toBe(false);
    expect(isReady(form, { reason: 'wrong-place', address: '村口' })).toBe(true);
    expect(isReady(form, { reason: 'wrong-place', microGrid: 'n-1-a', point: '36.3,119.7' })).toBe(true);
  });

  test('sends nothing that was chosen before the reason was changed', () => {
    const values = { reason: 'wrong-urgency', urgency: 'urgent', menuItem: 'sanitation' };
    expect(valuesOf(formOf('reclassify'), values)).toEqual({ reason: 'wrong-urgency', urgency: 'urgent' });
  });
});

test('whoever refuses a finish says why', () => {
  const form = formOf('verify');
  expect(isReady(form, { verdict: 'confirmed' })).toBe(true);
  expect(isReady(form, { verdict: 'refused' })).toBe(false);
  expect(isReady(form, { verdict: 'refused', reason: 'no-proof' })).toBe(true);
});
