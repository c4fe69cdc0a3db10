/** Passwords: what is one, and how it is kept. */
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Rejection } from '@mulin/kernel';
import { crockford, inGroups } from './crockford.js';

/** Cost of one hash: memory in KiB, passes over it, lanes. */
export type Cost = Readonly<{ memoryKiB: number; passes: number; lanes: number }>;

/**
 * The first recommendation of OWASP's Password Storage Cheat Sheet for Argon2id that a small machine carries: 19 MiB,
 * two passes, one lane. Some 20 ms on one core.
 */
export const usualCost: Cost = { memoryKiB: 19_456, passes: 2, lanes: 1 };

const argon2id = 2;
/** NIST SP 800-63B: length is what counts, at least 64 characters are taken, and no rule says which. */
const shortest = 12;
const longest = 256;
const fewestDifferent = 5;

/** The same password however a keyboard composes it (NIST SP 800-63B). */
const composed = (password: string): string => password.normalize('NFKC');

/** A hash in PHC's form, which says its own parameters. */
export const hashPassword = (password: string, { memoryKiB, passes, lanes }: Cost): Promise<string> =>
  hash(composed(password), {
    algorithm: argon2id,
    memoryCost: memoryKiB,
    timeCost: passes,
    parallelism: lanes,
  });

export const isPassword = (password: string, kept: string): Promise<boolean> =>
  verify(kept, composed(password));

/** Whether a hash was made at another cost than is usual now, and is to be made anew when the password is known. */
export const isOutdated = (kept: string, { memoryKiB, passes, lanes }: Cost): boolean =>
  !kept.startsWith(`$argon2id$v=19$m=${memoryKiB},t=${passes},p=${lanes}$`);

/** 80 random bits, in letters that are not mistaken for one another: `7k3m-9qxt-wa2e-0fzv`. */
export const randomPassword = (): string => inGroups(crockford(randomBytes(10)), 4).toLowerCase();

const tooShort = () =>
  new Rejection(
    'password-too-short',
    {
      en: `A password has at least ${shortest} characters.`,
      zh: `密码不得少于 ${shortest} 个字符。`,
    },
    'malformed',
  );

const tooLong = () =>
  new Rejection(
    'password-too-long',
    { en: `A password has at most ${longest} characters.`, zh: `密码不得超过 ${longest} 个字符。` },
    'malformed',
  );

const tooPlain = () =>
  new Rejection(
    'password-too-plain',
    {
      en: 'This password is soon guessed: it is the account’s name, or the same few characters again and again.',
      zh: '该密码容易被猜中：含有账号名称，或只由少数字符重复组成。',
    },
    'malformed',
  );

/** Refuses what is too short, too long, or guessed first; nothing else is asked of a password. */
export const assertGoodPassword = (password: string, account: string): void => {
  const characters = [...composed(password)];
  if (characters.length < shortest) throw tooShort();
  if (characters.length > longest) throw tooLong();
  const isName = composed(password).toLowerCase().includes(account.toLowerCase());
  if (isName || new Set(characters).size < fewestDifferent) throw tooPlain();
};
