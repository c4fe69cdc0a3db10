/** What each event makes of a dispute. */
import type { DeadlineEvent } from '../deadline-events.js';
import type { Instant } from '@mulin/kernel';
import type { Agreeing, Ending, Event, Fundamental, Meeting, Party } from './dispute-events.js';
import type { KeptAgreement, KeptParty, Known, Session, TakenTime } from './dispute-known.js';

type Of<Type extends Event['type']> = Extract<Event, { type: Type }>;

const keptParty = (party: Party): KeptParty => ({
  ...party,
  consent: null,
  representatives: [],
  statements: [],
});

export const opened = ({ data }: Of<'DisputeOpened'>): Known => ({
  number: data.number,
  kind: data.kind,
  colour: data.colour,
  turn: 1,
  round: 1,
  versions: 0,
  area: data.area,
  door: data.door,
  fromCase: data.fromCase ?? null,
  factsId: data.factsId,
  openedAt: data.openedAt,
  beganAt: data.openedAt,
  beginnings: 1,
  parties: data.parties.map(keptParty),
  relations: [],
  mediator: null,
  former: [],
  challenge: null,
  caucus: [],
  sessions: [],
  proposals: [],
  agreement: null,
  extendedUntil: [],
  dangers: [],
  end: null,
  callBacks: [],
  deadlines: {},
});

const withParty = (it: Known, party: string, change: (one: KeptParty) => KeptParty): Known => ({
  ...it,
  parties: it.parties.map((one) => (one.party === party ? change(one) : one)),
});

export const aboutPeople = (it: Known, event: Fundamental): Known => {
  switch (event.type) {
    case 'PartyJoined':
      return {
        ...it,
        parties: [...it.parties, keptParty(event.data)],
        turn: it.turn + 1,
        round: it.round + 1,
      };
    case 'RepresentativeNamed': {
      const { party, detailsId, authority } = event.data;
      return withParty(it, party, (one) => ({
        ...one,
        representatives: [...one.representatives, { detailsId, authority }],
      }));
    }
    case 'RelationDeclared':
      return { ...it, relations: [...it.relations, event.data] };
    case 'ConsentStated': {
      const { party, isGiven, statedAt } = event.data;
      return withParty(it, party, (one) => ({ ...one, consent: { isGiven, at: statedAt } }));
    }
    case 'StatementMade': {
      const { party, ...statement } = event.data;
      return withParty(it, party, (one) => ({ ...one, statements: [...one.statements, statement] }));
    }
    case 'CaucusNoted':
      return { ...it, caucus: [...it.caucus, event.data] };
    default:
      return aboutMediators(it, event);
  }
};

const aboutMediators = (it: Known, event: Fundamental): Known => {
  switch (event.type) {
    case 'ColourChanged':
      return { ...it, colour: event.data.colour, turn: it.turn + 1, round: it.round + 1 };
    case 'MediatorAssigned': {
      const { mediator, assignedAt } = event.data;
      const former = it.mediator === null ? it.former : [...it.former, it.mediator.mediator];
      return { ...it, mediator: { mediator, at: assignedAt }, former, challenge: null };
    }
    case 'MediatorChallenged': {
      const { party, mediator, because, challengedAt } = event.data;
      return { ...it, challenge: { party, mediator, because, at: challengedAt } };
    }
    case 'ChallengeDecided':
      return { ...it, challenge: null };
    default:
      return it;
  }
};

const withSession = (it: Known, session: number, change: (one: Session) => Session): Known => ({
  ...it,
  sessions: it.sessions.map((one) => (one.session === session ? change(one) : one)),
});

const takenFor = ({ mediator, place, booking }: Session): TakenTime => ({ mediator, place, booking });

export const aboutMeetings = (it: Known, event: Meeting): Known => {
  switch (event.type) {
    case 'SessionPlanned': {
      const { session, from, until, place, booking, mediator } = event.data;
      const planned = { from, until, place, booking, mediator, state: 'planned' } as const;
      return it.sessions.some((one) => one.session === session)
        ? withSession(it, session, (one) => ({ ...one, ...planned, former: [...one.former, takenFor(one)] }))
        : {
            ...it,
            sessions: [...it.sessions, { session, ...planned, former: [], present: [], minutesId: null }],
          };
    }
    case 'SessionCalledOff':
      return withSession(it, event.data.session, (one) => ({ ...one, state: 'called-off' }));
    case 'SessionHeld': {
      const { session, present, minutesId, beganAt } = event.data;
      return withSession(it, session, (one) => ({
        ...one,
        state: 'held',
        present,
        minutesId,
        from: beganAt,
      }));
    }
    case 'ProposalMade':
      return { ...it, proposals: [...it.proposals, event.data] };
  }
};

const withAgreement = (it: Known, change: (one: KeptAgreement) => KeptAgreement): Known =>
  it.agreement === null ? it : { ...it, agreement: change(it.agreement) };

export const aboutAgreements = (it: Known, event: Agreeing): Known => {
  switch (event.type) {
    case 'AgreementDrafted':
      return {
        ...it,
        versions: event.data.version,
        agreement: {
          ...event.data,
          signatures: [],
          effectAt: null,
          performed: {},
          inPart: [],
          advised: [],
          soughtAt: null,
          confirmation: null,
        },
      };
    case 'AgreementSigned':
      return withAgreement(it, (one) => ({ ...one, signatures: [...one.signatures, event.data] }));
    case 'AgreementTookEffect':
      return withAgreement(it, (one) => ({ ...one, effectAt: event.data.effectAt }));
    case 'SettlingExtended':
      return { ...it, extendedUntil: [...it.extendedUntil, event.data.until], turn: it.turn + 1 };
    default:
      return aboutPerformance(it, event);
  }
};

const aboutPerformance = (it: Known, event: Agreeing): Known => {
  switch (event.type) {
    case 'TermPerformed': {
      const { term, isWhole, performedAt } = event.data;
      return withAgreement(it, (one) =>
        isWhole
          ? { ...one, performed: { ...one.performed, [term]: performedAt } }
          : { ...one, inPart: [...one.inPart, term] },
      );
    }
    case 'CourtAdvised':
      return withAgreement(it, (one) => ({ ...one, advised: [...one.advised, event.data.term] }));
    case 'ConfirmationSought':
      return withAgreement(it, (one) => ({ ...one, soughtAt: event.data.soughtAt, confirmation: null }));
    case 'ConfirmationDecided': {
      const { outcome, decidedAt: at } = event.data;
      return withAgreement(it, (one) => ({ ...one, confirmation: { outcome, at } }));
    }
    default:
      return it;
  }
};

/** What an earlier attempt left, such as whose consent, is asked anew. */
const reopened = (it: Known, at: Instant): Known => ({
  ...it,
  beganAt: at,
  beginnings: it.beginnings + 1,
  turn: it.turn + 1,
  round: it.round + 1,
  parties: it.parties.map((one) => ({ ...one, consent: null })),
  mediator: it.mediator && { ...it.mediator, at },
  agreement: null,
  extendedUntil: [],
  end: null,
});

export const aboutEnds = (it: Known, event: Ending): Known => {
  switch (event.type) {
    case 'DangerReported': {
      const { danger, textId, reportedAt: at } = event.data;
      return { ...it, dangers: [...it.dangers, { danger, textId, at, acknowledgedAt: null }] };
    }
    case 'DangerAcknowledged': {
      const { danger, acknowledgedAt } = event.data;
      return {
        ...it,
        dangers: it.dangers.map((one) => (one.danger === danger ? { ...one, acknowledgedAt } : one)),
      };
    }
    case 'DisputeEnded': {
      const { outcome, otherWays, into = null, endedAt: at } = event.data;
      return { ...it, end: { outcome, otherWays, into, at } };
    }
    case 'DisputeReopened':
      return reopened(it, event.data.reopenedAt);
    case 'CalledBack': {
      const { party, isKept, wordsId = null, calledAt: at } = event.data;
      return { ...it, callBacks: [...it.callBacks, { party, isKept, wordsId, at }] };
    }
  }
};

export const aboutDeadlines = (it: Known, event: DeadlineEvent): Known => {
  switch (event.type) {
    case 'DeadlineSet': {
      const { number: _, area: __, ...deadline } = event.data;
      return { ...it, deadlines: { ...it.deadlines, [deadline.clock]: { ...deadline, end: null } } };
    }
    case 'DeadlineHandedOver':
    case 'DeadlineEnded': {
      const known = it.deadlines[event.data.clock];
      if (known === undefined) return it;
      const changed =
        event.type === 'DeadlineEnded'
          ? { ...known, end: { end: event.data.end, at: event.data.endedAt } }
          : { ...known, holder: event.data.holder };
      return { ...it, deadlines: { ...it.deadlines, [known.clock]: changed } };
    }
    default:
      return it;
  }
};
