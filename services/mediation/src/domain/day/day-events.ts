/** What is recorded of an interview day. Who comes and what about lies in the vault; here stand references and numbers. */
import type { Instant, PersonId } from '@mulin/kernel';

/** Known by when it begins: as long as that stays, it is the same one. `capacity`: how many can book it. */
export type Slot = Readonly<{ slot: number; from: Instant; until: Instant; capacity: number }>;

export type HostRole = 'community-secretary' | 'town-leader';
export type BookingDoor = 'portal' | 'code' | 'desk';
export type InterviewOutcome = 'decided' | 'promised' | 'advised' | 'not-there';

/** Where somebody comes instead: another day, and a slot of it. */
export type OtherPlace = Readonly<{ day: string; slot: number; from: Instant }>;

/** Somebody who comes. `detailsId`: name, phone and topic, in the vault. */
export type Visitor = Readonly<{
  booking: string;
  person: PersonId;
  detailsId: string;
  /** The account by which they booked, as its pseudonym; absent: they have none here. */
  account?: string;
  /** Numbers of cases that they, or the desk, named. */
  cases: readonly string[];
}>;

/** A promise that was made in an interview, as it is made known to whoever keeps promises. */
export type GivenPromise = Readonly<{
  promise: string;
  number: string;
  owner: string;
  /** What was promised, in the vault. */
  textId: string;
  /** What everybody may read of it; `null`: nothing. */
  publicText: string | null;
  dueAt: Instant;
  about: Readonly<{ caseId: string; number: string }> | null;
}>;

type Details = Readonly<{
  area: string;
  /** Whose day it is: their account. */
  host: string;
  hostRole: HostRole;
  /** On the calendar of the town. */
  date: string;
  /** Where people come to, for everybody to read. */
  place: string;
}>;

export type Publishing =
  | Readonly<{
      type: 'DayPublished';
      data: Details & Readonly<{ version: number; slots: readonly Slot[]; publishedAt: Instant }>;
    }>
  | Readonly<{
      type: 'DayCalledOff';
      data: Readonly<{ area: string; host: string; toDay: string | null; calledOffAt: Instant }>;
    }>;

export type Booking =
  | Readonly<{
      type: 'BookingMade';
      data: Visitor &
        Readonly<{
          door: BookingDoor;
          slot: number;
          /** The day that was called off, and brought them here. */
          cameFrom?: string;
          bookedAt: Instant;
        }>;
    }>
  | Readonly<{
      type: 'CasesNamed';
      data: Readonly<{ booking: string; cases: readonly string[]; namedAt: Instant }>;
    }>
  | Readonly<{
      type: 'BookingMoved';
      data: Readonly<{ booking: string; slot: number; from: Instant; movedAt: Instant }>;
    }>
  | Readonly<{ type: 'BookingCancelled'; data: Readonly<{ booking: string; cancelledAt: Instant }> }>
  | Readonly<{
      type: 'BookingPassedOn';
      /** `to` of `null`: there was no room, or no other day; they are told to book anew. */
      data: Readonly<{ booking: string; to: OtherPlace | null; passedOnAt: Instant }>;
    }>
  | Readonly<{ type: 'VisitorTold'; data: Readonly<{ booking: string; toldAt: Instant }> }>;

export type Interview =
  | Readonly<{
      type: 'CheckedIn';
      data: Readonly<{ booking: string; queue: number; checkedInAt: Instant }>;
    }>
  | Readonly<{ type: 'WalkedIn'; data: Visitor & Readonly<{ queue: number; cameAt: Instant }> }>
  | Readonly<{
      type: 'InterviewEnded';
      data: Readonly<{
        booking: string;
        outcome: InterviewOutcome;
        /** What was decided or advised, in the vault. */
        wordsId: string | null;
        promises: readonly GivenPromise[];
        endedAt: Instant;
      }>;
    }>;

export type Event = Publishing | Booking | Interview;
