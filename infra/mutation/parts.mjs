/**
 * What is mutated, part by part, and by which specs a mutant has to be found: those that state the rules. Property
 * specs are left out, as chance must not decide what a report says; so are the stories over HTTP, for they would say
 * that something is wrong, and not what. How they are run: spec-runner.mjs. Of vault and identity it is what runs without PostgreSQL, which is
 * slow to ask once for each mutant.
 */
import process from 'node:process';

export const parts = {
  'sla-timer-clocks': {
    mutate: ['services/sla-timer/src/domain/clocks/{clocks,cycle,loop-clocks,recipients,roles}.ts'],
    specs: ['services/sla-timer/src/domain/**/*.spec.ts'],
  },
  'sla-timer-status': {
    mutate: ['services/sla-timer/src/domain/clocks/clock-*.ts'],
    specs: ['services/sla-timer/src/domain/**/*.spec.ts'],
  },
  'sla-timer-terms': {
    mutate: [
      'services/sla-timer/src/domain/**/*.ts',
      '!services/sla-timer/src/domain/clocks/{clock-*,clocks,cycle,loop-clocks,recipients,roles}.ts',
    ],
    specs: ['services/sla-timer/src/domain/**/*.spec.ts'],
  },
  routing: {
    mutate: ['services/routing/src/domain/**/*.ts'],
    specs: ['services/routing/src/domain/**/*.spec.ts'],
  },
  intake: {
    mutate: ['services/intake/src/domain/**/*.ts'],
    specs: ['services/intake/src/domain/**/*.spec.ts'],
  },
  inbox: {
    // Not the tables of words: another word is no other rule. How they are used is.
    mutate: [
      'services/inbox/src/domain/**/*.ts',
      '!services/inbox/src/domain/{delivery/failures,texts/mail-check,texts/words}.ts',
    ],
    specs: ['services/inbox/src/domain/**/*.spec.ts'],
  },
  mediation: {
    mutate: ['services/mediation/src/domain/**/*.ts'],
    specs: ['services/mediation/src/domain/**/*.spec.ts', 'services/mediation/src/http/mediation.spec.ts'],
  },
  feedback: {
    mutate: ['services/feedback/src/domain/**/*.ts'],
    specs: ['services/feedback/src/domain/**/*.spec.ts'],
  },
  kernel: {
    mutate: ['libs/kernel/src/{command-handler,rights,areas}.ts'],
    specs: ['libs/kernel/src/*.spec.ts', 'libs/event-store/src/command-handler.spec.ts'],
  },
  'working-time': {
    mutate: ['libs/working-time/src/**/*.ts'],
    specs: ['libs/working-time/src/*.spec.ts'],
  },
  vault: {
    mutate: [
      'libs/vault/src/{crypto,grant,master-key,memory-readings,memory-vault,pseudonyms,request-hash}.ts',
    ],
    specs: ['libs/vault/src/{crypto,grant,master-key,memory-vault,pseudonyms,request-hash}.spec.ts'],
  },
  identity: {
    mutate: ['libs/identity/src/{accounts,identity,keys,memory-accounts,tokens}.ts'],
    specs: ['libs/identity/src/{identity,keys}.spec.ts'],
  },
  'sign-in': {
    mutate: [
      'libs/identity/src/{attempts,crockford,memory-credentials,passwords,proofs,record-cursor,secrets,sign-in}.ts',
    ],
    specs: ['libs/identity/src/{sign-in,signing-in}.spec.ts'],
  },
  consumer: {
    mutate: ['libs/bus/src/consumer/consumer.ts'],
    specs: ['libs/bus/src/consumer/consumer.spec.ts'],
  },
};

/** The part that this run of Stryker is about. */
export const currentPart = () => {
  const name = process.env.MULIN_MUTATED_PART ?? '';
  if (!(name in parts)) throw new Error('Run it by `npm run mutate`, which says which part it is about.');
  return { name, ...parts[name] };
};
