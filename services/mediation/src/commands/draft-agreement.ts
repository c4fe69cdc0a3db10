/** An agreement is written down: what each term says goes into the vault, under whoever owes it. */
import { instant } from '@mulin/kernel';
import type { CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import { type Draft, draft, recordOral } from '../domain/dispute/agreeing.js';
import type { Found } from '../queries/find-dispute.js';
import { change, refusedEarly } from './change-dispute.js';
import { keepText } from './keep-text.js';

/** As it was sent. */
type Wanted = Readonly<{
  form: 'written' | 'oral';
  facts?: string | undefined;
  isAboutStatus: boolean;
  terms: readonly Readonly<{
    party: string;
    toParty: string;
    what: string;
    amount?: number | undefined;
    dueAt?: string | undefined;
  }>[];
  agreed: readonly string[];
  at?: string | undefined;
}>;

const draftOf = (
  { form, isAboutStatus, terms }: Wanted,
  ids: readonly string[],
  factsId: string | null,
): Draft => ({
  form,
  isAboutStatus,
  factsId,
  terms: terms.map(({ party, toParty, amount, dueAt }, nth) => ({
    party,
    toParty,
    whatId: ids[nth] ?? '',
    ...(amount === undefined ? {} : { amount }),
    dueAt: dueAt === undefined ? null : instant(dueAt),
  })),
});

const decisionOf = (wanted: Wanted, ids: readonly string[], factsId: string | null) => {
  const drafted = draftOf(wanted, ids, factsId);
  const at = wanted.at === undefined ? null : instant(wanted.at);
  return wanted.form === 'oral' ? recordOral(drafted, wanted.agreed, at) : draft(drafted);
};

/** Drafts a written agreement, or records an oral one. Refused as `draft` and `recordOral` say, before anything is kept. */
export const agree = async (deps: Dependencies, request: CommandContext, found: Found, wanted: Wanted) => {
  const early = await refusedEarly(deps, found, decisionOf(wanted, [], null), request);
  if (early !== null) return early;
  const ids = await Promise.all(
    wanted.terms.map(async ({ party, what }, nth) => {
      const about = { party, kind: 'dispute-text', name: `term ${nth}`, content: what } as const;
      return (await keepText(deps, request, found, about)).id;
    }),
  );
  const about = { party: null, kind: 'dispute-text', name: 'agreement', content: wanted.facts } as const;
  const facts = wanted.facts === undefined ? null : await keepText(deps, request, found, about);
  return change(deps, found.disputeId, decisionOf(wanted, ids, facts?.id ?? null), request);
};
