/** What the inbox keeps of what the others tell of a case: only what says for whom something waits, and until when. */

/** RFC 3339 in UTC, to the millisecond; it compares as text. */
export type Moment = string;

type OfCycle = Readonly<{ cycle: number }>;
type Numbered = OfCycle & Readonly<{ number: string }>;

/** From intake: whether an answer is owed, in which cycle, and how urgent it is. */
export type OfIntake =
  /** `urgency`: absent in what was heard before it was kept. */
  | (Numbered & Readonly<{ is: 'registered' | 'reopened'; urgency?: string }>)
  | (OfCycle & Readonly<{ is: 'reclassified'; urgency: string }>)
  | (OfCycle & Readonly<{ is: 'ended' | 'goes-on' }>)
  | (Numbered & Readonly<{ is: 'added'; kind: string; itemId: string }>);

type OfLeg = OfCycle & Readonly<{ leg: number; member: string }>;

/** From routing: in whose hands the order is. */
export type OfRouting =
  | (OfLeg &
      Readonly<{
        is: 'offered';
        number: string;
        area: string;
        urgency: string;
        because: string;
        /** Everybody who may take it, `member` among them. */
        asked: readonly string[];
      }>)
  | (OfLeg & Readonly<{ is: 'taken' }>)
  | (OfCycle & Readonly<{ is: 'given-back' }>)
  | (Numbered & Readonly<{ is: 'left-to-arbiter'; because: string; area: string; turn: number | null }>)
  | (OfLeg & Readonly<{ is: 'corrected'; number: string; area: string; turn: number | null }>)
  | (OfLeg &
      Readonly<{
        is: 'finished';
        number: string | null;
        area: string | null;
        round: number | null;
        handlers: readonly string[];
      }>)
  | (Numbered & Readonly<{ is: 'verified'; verifier: string }>)
  | (Numbered & Readonly<{ is: 'finish-refused'; leg: number }>)
  | (Numbered & Readonly<{ is: 'helper-called'; call: number; member: string; area: string }>)
  | (OfCycle & Readonly<{ is: 'helper-joined'; call: number; member: string }>)
  /** `isUnitEmpty`: nobody of the unit can be asked, and nobody is waited for. */
  | (OfCycle & Readonly<{ is: 'helper-over'; call: number; isUnitEmpty?: true }>);

type OfClock = OfCycle & Readonly<{ clock: string }>;

/** From sla-timer: which deadlines run, and whom it told of one. */
export type OfSlaTimer =
  /** `dueAt`: `null` where it was not said. */
  | (OfClock & Readonly<{ is: 'running' | 'over'; dueAt: Moment | null }>)
  | (OfClock & Readonly<{ is: 'missing'; number: string; because: string }>)
  | (OfClock &
      Readonly<{
        is: 'told';
        number: string;
        to: string;
        /** `null`: for wherever the case lies. */
        area: string | null;
        level: 'warning' | 'escalation';
        dueAt: Moment;
      }>)
  /** `area`: only who was told there; absent: wherever they were told. */
  | (OfClock & Readonly<{ is: 'revoked'; to: string; isWarningLeft: boolean; area?: string | null }>)
  | (OfCycle & Readonly<{ is: 'acknowledged'; role: string }>);

/** From feedback: whether whoever asked is to be called, the secretary asked, or a cycle to be taken out of the rates. */
export type OfFeedback =
  | (Numbered & Readonly<{ is: 'call-back-due'; area: string; handlers: readonly string[] }>)
  | (Numbered & Readonly<{ is: 'secretary-asked'; area: string }>)
  | (OfCycle & Readonly<{ is: 'call-back-over' | 'concluded' }>)
  | OfExemption;

/** Whether a cycle is to be taken out of the rates. `area`: of the unit that asked; `null`: it is nobody's land. */
export type OfExemption =
  | (Numbered & Readonly<{ is: 'exemption-asked' | 'exemption-appealed'; area: string | null; by: string }>)
  | (OfCycle & Readonly<{ is: 'exemption-decided'; by: string }>)
  | (OfCycle & Readonly<{ is: 'exemption-settled' }>);

type OfNumber = Readonly<{ number: string }>;
type OfSession = OfNumber & Readonly<{ session: number }>;
type OfDeadline = OfNumber & Readonly<{ of: 'dispute' | 'promise'; clock: string }>;

/** From mediation, of a dispute or a promise: who has it, what it owes, and whether it is over. */
export type OfMediation =
  | (OfNumber & Readonly<{ is: 'opened'; area: string }>)
  | (OfNumber & Readonly<{ is: 'assigned'; mediator: string; because: string; area: string }>)
  | (OfNumber & Readonly<{ is: 'challenged'; area: string }>)
  | (OfNumber & Readonly<{ is: 'danger'; danger: number; area: string }>)
  | (OfNumber & Readonly<{ is: 'dispute-over' | 'dispute-reopened' }>)
  /** Planned once more, it was moved. `withoutPhone`: how many parties nobody can call. */
  | (OfSession & Readonly<{ is: 'session-planned'; from: Moment; withoutPhone: number }>)
  | (OfSession & Readonly<{ is: 'session-called-off' | 'session-held' }>)
  | (OfDeadline & Readonly<{ is: 'deadline-set'; area: string; holder: string | null; dueAt: Moment | null }>)
  | (OfDeadline & Readonly<{ is: 'deadline-given'; holder: string }>)
  | (OfDeadline & Readonly<{ is: 'deadline-over' }>);

/** From sla-timer, of a deadline of a dispute or a promise. */
export type OfCommitments =
  | (OfDeadline & Readonly<{ is: 'running' | 'over'; dueAt: Moment }>)
  | (OfDeadline &
      Readonly<{
        is: 'told';
        to: string;
        /** The account, where it was told to whose deadline it is. */
        holder: string | null;
        area: string;
        level: 'warning' | 'escalation';
        dueAt: Moment;
      }>);

type Heard = Readonly<{
  /** When it happened. */
  at: Moment;
  /** Compares as text as its service told it: what stands later was said later. */
  place: string;
}>;

/** One thing that was heard of a case. */
export type CaseNews = Heard &
  (
    | Readonly<{ from: 'intake'; said: OfIntake }>
    | Readonly<{ from: 'routing'; said: OfRouting }>
    | Readonly<{ from: 'sla-timer'; said: OfSlaTimer }>
    | Readonly<{ from: 'feedback'; said: OfFeedback }>
  );

/** One thing that was heard of a dispute or a promise; `commitments`: of its deadlines, from sla-timer. */
export type DisputeNews = Heard &
  (
    | Readonly<{ from: 'mediation'; said: OfMediation }>
    | Readonly<{ from: 'commitments'; said: OfCommitments }>
  );

/** One thing that was heard. */
export type ObservedEvent = CaseNews | DisputeNews;

export const isOfDispute = (it: ObservedEvent): it is DisputeNews =>
  it.from === 'mediation' || it.from === 'commitments';

type From<Service extends ObservedEvent['from']> = Extract<ObservedEvent, { from: Service }>;

/** What one service said, in the order in which it said it, whenever it was heard. */
export const saidBy = <Service extends ObservedEvent['from']>(
  observed: readonly ObservedEvent[],
  service: Service,
): readonly From<Service>[] =>
  observed
    .filter((it): it is From<Service> => it.from === service)
    .sort((one, other) => (one.place < other.place ? -1 : 1));
