/** What carries messages out of the town: behind these, adapters know how. */
import type { Outcome } from './delivery.js';

export type Letter = Readonly<{
  /** The same with every attempt, so that a receiver may know it again. */
  id: string;
  subject: string;
  text: string;
  language: string;
}>;

/** Whether a mail server answers: a code of `failures.ts` where it does not. */
export type MailCheck = 'answers' | 'mail-not-configured' | 'mail-server-away' | 'mail-sign-in-refused';

export type Mail = Readonly<{
  isConfigured: boolean;
  /** Never rejects: how it failed is its outcome. */
  send: (to: string, letter: Letter) => Promise<Outcome>;
  check: () => Promise<MailCheck>;
}>;

/** Where a webhook goes, and the secret that its receiver verifies it by. */
export type Hook = Readonly<{ url: string; secret: string }>;

export type Webhooks = Readonly<{
  newSecret: () => string;
  /** Throws a `Rejection` where nothing may be sent to this address. */
  refuse: (url: string) => Promise<void>;
  /** `id`: the same with every attempt. Never rejects: how it failed is its outcome. */
  send: (hook: Hook, id: string, body: string) => Promise<Outcome>;
}>;
