/** A mediation agreement as it is printed and signed (People's Mediation Law, articles 29 and 30). */
import type { Block, Document, Signer } from '@mulin/documents';
import { partyRoleWords } from '@mulin/kernel';
import { noAgreement } from '../../domain/dispute/refusals.js';
import { copiesText, paperWords } from './paper-words.js';
import { type Paper, nameOf, termText } from './reading.js';

const partyBlock = (paper: Paper): Block => {
  const { language, state, file } = paper;
  const words = paperWords(language);
  return {
    kind: 'table',
    columns: [
      { head: words.parties, share: 2 },
      { head: words.name, share: 3 },
      { head: words.phone, share: 3 },
      { head: words.address, share: 4 },
    ],
    rows: state.parties.map(({ party, role, isBody }) => {
      const known = file.parties.find((it) => it.party === party);
      const roleText = partyRoleWords[role][language];
      return [
        isBody ? `${roleText} (${words.body})` : roleText,
        nameOf(paper, party),
        known?.phone ?? '',
        known?.address ?? '',
      ];
    }),
  };
};

const signersOf = (paper: Paper): readonly Signer[] => {
  const { language, state, committee, mediator } = paper;
  const words = paperWords(language);
  const parties = state.parties.map(({ party, role }) => ({
    role: partyRoleWords[role][language],
    name: nameOf(paper, party),
  }));
  const named = mediator === null ? {} : { name: mediator };
  return [
    ...parties,
    { role: words.mediator, ...named },
    { role: words.committee, name: committee, seal: true },
  ];
};

/** Those of the agreement, or else those that were told when it was opened. */
const factsBlocks = ({ language, file }: Paper): readonly Block[] => {
  const facts = file.agreement?.facts ?? file.facts;
  if (facts === null) return [];
  return [
    { kind: 'heading', text: paperWords(language).facts },
    { kind: 'paragraph', text: facts },
  ];
};

/** Refused (`no-agreement-drafted`) where there is none. */
export const agreementPaper = (paper: Paper): Document => {
  const { language, state, committee, mediator } = paper;
  const words = paperWords(language);
  const { agreement } = state;
  if (agreement === null) throw noAgreement();
  const isOral = agreement.form === 'oral';
  return {
    language,
    title: words.agreement,
    number: state.number,
    drawnUpAt: agreement.draftedAt,
    blocks: [
      { kind: 'title', text: words.agreement },
      { kind: 'subtitle', text: committee, number: state.number },
      partyBlock(paper),
      ...factsBlocks(paper),
      { kind: 'heading', text: words.agreedAs },
      { kind: 'terms', items: agreement.terms.map((term) => termText(paper, term)) },
      { kind: 'paragraph', text: isOral ? words.oral : words.effect },
      ...(agreement.isAboutStatus ? [] : ([{ kind: 'paragraph', text: words.court }] as const)),
      { kind: 'paragraph', text: copiesText(language, state.parties.length) },
      isOral
        ? { kind: 'signatures', signers: [{ role: words.mediator, name: mediator ?? words.nobody }] }
        : { kind: 'signatures', signers: signersOf(paper) },
    ],
  };
};
