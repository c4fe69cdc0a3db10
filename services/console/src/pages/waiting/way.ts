/** Where one does what an item asks for, with the form open that answers it. */
import { hasRight, type Role } from '@mulin/kernel';
import type { Schemas } from '../../api/client';

type Item = Schemas['InboxItem'];

const ofTheHolder: ReadonlySet<Item['what']> = new Set(['take', 'finish', 'contact', 'report', 'help']);

/** The decision that ends the waiting; `null`: there is none but to read. */
const answerOf = ({ what, kind }: Item, role: Role): string | null => {
  // What one is only told of leads to the case; its panel says what can be done.
  if (kind === 'inform') return null;
  switch (what) {
    case 'decide':
      return 'arbitrate';
    case 'verify':
    case 'conclude':
      return what;
    case 'unhelped':
      return 'release';
    case 'escalation':
      return hasRight('escalation.acknowledge', { role }) ? 'acknowledge' : 'arbitrate';
    default:
      return null;
  }
};

/** Whoever verifies for a living goes and looks; others decide at a desk. */
const isInField = (what: Item['what'], role: Role): boolean =>
  ofTheHolder.has(what) || (what === 'verify' && role === 'verifier');

export const wayTo = (item: Item, role: Role): string => {
  const { of, number, caseId, what } = item;
  const name = encodeURIComponent(number ?? caseId);
  if (of === 'dispute') return `/disputes/${name}`;
  if (of === 'promise') return `/promises/${encodeURIComponent(caseId)}`;
  if (what === 'call-back' && role === 'hotline-clerk') return `/desk/calls/${name}`;
  if (isInField(what, role)) return `/work/${encodeURIComponent(caseId)}`;
  const answer = answerOf(item, role);
  return answer === null ? `/cases/${name}` : `/cases/${name}?do=${answer}`;
};
