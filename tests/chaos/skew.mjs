/** Loaded before a program whose clock is to be wrong: MULIN_CHAOS_SKEW_MS is how far it is ahead, in milliseconds. */
import process from 'node:process';

const ahead = Number(process.env['MULIN_CHAOS_SKEW_MS'] ?? 0);
const right = Date;

globalThis.Date = class extends right {
  constructor(...given) {
    if (given.length === 0) super(right.now() + ahead);
    else super(...given);
  }

  static now() {
    return right.now() + ahead;
  }
};
