import { expect, test } from '@jest/globals';
import { serviceRoleName } from './service-role-name.js';

const services = ['intake', 'routing', 'sla-timer', 'mediation', 'feedback', 'audit', 'inbox', 'gateway'];

/** Every role of these towns, each of which must be its own. */
const rolesOf = (databases: readonly string[]): readonly string[] =>
  databases.flatMap((database) => services.map((service) => serviceRoleName(database, service)));

test('a role is called after its database and its service', () => {
  expect(serviceRoleName('mulin', 'sla-timer')).toBe('mulin_sla_timer');
});

test('no two towns of one server share a role, also where their names are nearly the same', () => {
  const long = 'a'.repeat(62);
  const chinese = '牟'.repeat(20);
  const databases = [
    'a-b',
    'a_b',
    'a',
    'a_sla',
    'a-sla',
    `${long}b`,
    `${long}c`,
    `${chinese}邻`,
    `${chinese}里`,
  ];
  const roles = rolesOf(databases);
  expect(new Set(roles).size).toBe(roles.length);
});

test('a name is never longer than PostgreSQL keeps it, and holds no half of a character', () => {
  for (const role of rolesOf(['牟'.repeat(21), 'é'.repeat(31), 'x'.repeat(63), 'x'.repeat(53)])) {
    expect(Buffer.byteLength(role)).toBeLessThanOrEqual(63);
    expect(role).toBe(Buffer.from(role).toString());
    expect(role).not.toMatch(/\uFFFD/);
  }
});
