/** What the first page says of a town, in each language. */
import { describe, expect, test } from '@jest/globals';
import { frontPage } from './front.js';

const town = { name: '牟邻镇', zone: 'Asia/Shanghai', services: ['audit', 'sla-timer', 'routing', 'intake'] };

describe('the first page in Chinese', () => {
  const page = frontPage('zh', town);

  test('calls what runs by names, and not by codes', () => {
    for (const code of town.services) expect(page).not.toContain(`>${code}<`);
    for (const name of ['登记', '派单', '时限', '留痕']) expect(page).toContain(`>${name}<`);
  });

  test('puts a full-width colon before the zone', () => {
    expect(page).toContain('时间所用时区：Asia/Shanghai');
  });
});

test('what runs stands in the order in which a demand passes it', () => {
  const page = frontPage('en', { ...town, services: ['audit', 'elsewhere', 'intake'] });

  expect([...page.matchAll(/<tr><td>([^<]*)/g)].map(([, name]) => name)).toEqual([
    'intake',
    'audit',
    'elsewhere',
  ]);
});
