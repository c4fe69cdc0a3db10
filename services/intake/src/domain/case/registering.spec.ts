import { describe, expect, test } from '@jest/globals';
import { instant, roles } from '@mulin/kernel';
import type { MenuItem } from '../menu.js';
import { demandBy, reportOf } from './registering.js';

const now = instant('2026-03-02T09:00:00Z');
const earlier = instant('2026-03-02T08:00:00Z');
const lamps: MenuItem = {
  id: 'street-lamps',
  name: { en: 'Street lamps', zh: '路灯' },
  net: 'life',
  urgency: 'ordinary',
  policy: 'ordinary',
  public: true,
};
const place = { lat: 36.373, lon: 119.744, address: 'by the east gate' };

describe('The time of a report', () => {
  test.each(roles)('is now where %s says nothing of it', (role) => {
    expect(reportOf(role, undefined, now)).toEqual({ reportedAt: now, reportedBy: 'town' });
  });

  test('is what staff say, and is marked as their word', () => {
    expect(reportOf('hotline-clerk', earlier, now)).toEqual({ reportedAt: earlier, reportedBy: 'caller' });
  });

  test('is for no resident to say', () => {
    expect(() => reportOf('resident', earlier, now)).toThrow(
      expect.objectContaining({
        code: 'report-time-not-yours',
        refusal: 'malformed',
        sentence: { en: expect.stringMatching(/\.$/), zh: expect.stringMatching(/。$/) },
      }),
    );
  });
});

describe('What somebody says of a demand', () => {
  test('is a wish where a resident says how urgent it is', () => {
    expect(demandBy('resident', lamps, { urgency: 'urgent' })).toMatchObject({
      urgency: 'ordinary',
      wishedUrgency: 'urgent',
    });
  });

  test('decides where staff say how urgent it is', () => {
    const demand = demandBy('hotline-clerk', lamps, { urgency: 'urgent' });
    expect(demand.urgency).toBe('urgent');
    expect(demand).not.toHaveProperty('wishedUrgency');
  });

  test('names the channel where a clerk says it, and never where a resident or a grid member does', () => {
    const channelBy = (role: 'hotline-clerk' | 'resident' | 'grid-member') =>
      demandBy(role, lamps, { channel: 'interview-day' }).channel;
    expect(channelBy('hotline-clerk')).toBe('interview-day');
    expect(channelBy('resident')).toBe('portal');
    expect(channelBy('grid-member')).toBe('patrol');
    expect(demandBy('hotline-clerk', lamps, {}).channel).toBe('hotline-12345');
    expect(demandBy('helper', lamps, {}).channel).toBe('patrol');
    expect(demandBy('community-secretary', lamps, {}).channel).toBe('interview-day');
  });

  test('is all that its menu item says of it', () => {
    expect(demandBy('hotline-clerk', { ...lamps, policy: 'lamps', urgency: 'complex' }, {})).toEqual({
      menuItem: 'street-lamps',
      net: 'life',
      policy: 'lamps',
      urgency: 'complex',
      itemUrgency: 'complex',
      channel: 'hotline-12345',
    });
  });

  test('shows the point of a public place alone', () => {
    expect(demandBy('resident', lamps, { place }).point).toEqual({ lat: 36.373, lon: 119.744 });
    expect(demandBy('resident', { ...lamps, public: false }, { place })).not.toHaveProperty('point');
    for (const half of [{ address: 'there' }, { lat: 36.373 }, { lon: 119.744 }])
      expect(demandBy('resident', lamps, { place: half })).not.toHaveProperty('point');
  });
});
