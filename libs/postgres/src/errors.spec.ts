import { describe, expect, test } from '@jest/globals';
import { Unavailable } from '@mulin/kernel';
import { isUniqueViolation, meansDown, sqlState, translated } from './errors.js';

const coded = (code: string, more: object = {}) => Object.assign(new Error('said so'), { code, ...more });

describe('What means that the world is down', () => {
  const gaveWay = ['40001', '40P01', '55P03', '57014'];
  test.each([
    ...['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '53300', '53100', '08006', '25006'],
    ...gaveWay,
  ])('%s is the world, and is tried again', (code) => {
    const error = coded(code);

    expect(translated(error)).toBeInstanceOf(Unavailable);
    expect(translated(error)).toHaveProperty('cause', error);
  });

  test.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
    'Cannot use a pool after calling end on the pool',
  ])('so is "%s"', (message) => {
    expect(meansDown(new Error(message))).toBe(true);
  });
});

describe('What is an answer', () => {
  test.each(['23505', '22P02', '42601', '28P01', '40002'])('%s passes as it is', (code) => {
    const error = coded(code);

    expect(translated(error)).toBe(error);
  });

  test('an error of ours passes as it is, whatever it talks about', () => {
    const error = new Error('no Connection terminated here');

    expect(translated(error)).toBe(error);
    expect(meansDown('Connection terminated')).toBe(false);
    expect(meansDown(null)).toBe(false);
  });

  test('a refusal is recognised by its code, a taken key also by its constraint', () => {
    const taken = coded('23505', { constraint: 'facts_pkey' });

    expect(sqlState(taken)).toBe('23505');
    expect(isUniqueViolation(taken)).toBe(true);
    expect(isUniqueViolation(taken, 'facts_pkey')).toBe(true);
    expect(isUniqueViolation(taken, 'other_key')).toBe(false);
    expect(isUniqueViolation(coded('23503'))).toBe(false);
  });

  test('a code of the system is no SQLSTATE, though it may have five letters', () => {
    expect(sqlState(coded('EPIPE'))).toBeUndefined();
    expect(sqlState(coded('ECONNREFUSED'))).toBeUndefined();
    expect(sqlState(new Error('nothing'))).toBeUndefined();
  });
});
