/** What was said and shown of an order by those who work on it, and where that lies. */
import type { Instant } from '@mulin/kernel';
import type { Event } from '../order/order-events.js';

/** What somebody said it about: how it stands, that it is done, what a verifier found, what a helper is to do. */
export const subjects = ['progress', 'finish', 'confirmation', 'refusal', 'help'] as const;

type Statement = Readonly<{
  about: (typeof subjects)[number];
  cycle: number;
  /** Who said it. */
  by: string;
  at: Instant;
  /** Where the words lie in the vault; `null`: none were said. */
  wordsId: string | null;
  /** Photos that were shown, which intake keeps. */
  photoIds: readonly string[];
}>;

type Said = Readonly<{ wordsId?: string; photoIds?: readonly string[] }>;
type Heading = Pick<Statement, 'about' | 'cycle' | 'by' | 'at'>;

const statement = (heading: Heading, { wordsId, photoIds = [] }: Said): readonly Statement[] =>
  wordsId === undefined && photoIds.length === 0 ? [] : [{ ...heading, wordsId: wordsId ?? null, photoIds }];

const statementIn = ({ type, data }: Event): readonly Statement[] => {
  switch (type) {
    case 'ProgressReported':
      return statement({ about: 'progress', cycle: data.cycle, by: data.member, at: data.reportedAt }, data);
    case 'OrderFinished':
      return statement({ about: 'finish', cycle: data.cycle, by: data.member, at: data.finishedAt }, data);
    case 'OrderVerified':
      return statement(
        { about: 'confirmation', cycle: data.cycle, by: data.verifier, at: data.verifiedAt },
        data,
      );
    case 'FinishRefused':
      return statement({ about: 'refusal', cycle: data.cycle, by: data.verifier, at: data.refusedAt }, data);
    case 'HelperCalled':
      return statement({ about: 'help', cycle: data.cycle, by: data.by, at: data.calledAt }, data);
    default:
      return [];
  }
};

/** Everything that was said or shown of an order, as it was recorded, oldest first. */
export const statementsIn = (events: readonly Event[]): readonly Statement[] => events.flatMap(statementIn);
