/** The closed lists of words of mediation and of interview days. */
import { z } from 'zod';
import { mayGrow } from './compatible.js';

const growing = { [mayGrow]: true };

/** What a quarrel is about, as people's mediation counts its cases. */
export const disputeKinds = [
  'neighbours',
  'family',
  'inheritance',
  'housing-and-land',
  'labour',
  'debt-and-contract',
  'consumer',
  'traffic',
  'injury',
  'medical',
  'school',
  'environment',
  'business',
  'other',
] as const;
export const DisputeKind = z.enum(disputeKinds).meta(growing);

/** How likely a quarrel is to turn into harm, from the gravest down. */
export const riskColours = ['red', 'yellow', 'green'] as const;
export const RiskColour = z.enum(riskColours);

/** How a quarrel came before the committee. */
export const disputeDoors = ['case', 'walk-in', 'party', 'interview-day', 'file'] as const;
export const DisputeDoor = z.enum(disputeDoors).meta(growing);

export const partyRoles = ['applicant', 'respondent', 'third-party'] as const;
export const PartyRole = z.enum(partyRoles);

/** Why a mediator has a dispute. */
export const assignmentReasons = ['load', 'named', 'replaced'] as const;
export const AssignmentReason = z.enum(assignmentReasons).meta(growing);

/**
 * How a dispute ended. Refusing mediation is everybody's right and has no consequence (People's Mediation Law, articles
 * 3 and 17).
 */
export const disputeOutcomes = [
  'agreed-and-performed',
  'agreed-not-performed',
  'no-agreement',
  'refused',
  'withdrawn',
  'passed-on',
  'joined',
] as const;
export const DisputeOutcome = z.enum(disputeOutcomes).meta(growing);

/** What is open to parties who did not agree (article 26). */
export const otherWays = ['court', 'arbitration', 'administrative-decision', 'police', 'petition'] as const;
export const OtherWay = z.enum(otherWays).meta(growing);

/** What became of a joint application for court confirmation (Civil Procedure Law, 2023 text, articles 205 and 206). */
export const confirmationOutcomes = ['confirmed', 'rejected', 'not-accepted', 'withdrawn'] as const;
export const ConfirmationOutcome = z.enum(confirmationOutcomes).meta(growing);

/** Whose deadline it is. */
export const commitmentKinds = ['dispute', 'promise'] as const;
export const CommitmentKind = z.enum(commitmentKinds).meta(growing);

/** How a deadline of a dispute or a promise stands at its end. */
export const commitmentEnds = ['answered', 'cancelled'] as const;
export const CommitmentEnd = z.enum(commitmentEnds);

/** Who is told of a deadline of a dispute or a promise: whose it is, and who leads where it lies. */
export const commitmentAddressees = [
  'holder',
  'grid-leader',
  'village-committee',
  'community-secretary',
  'town-leader',
] as const;
export const CommitmentAddressee = z.enum(commitmentAddressees).meta(growing);

/** How an interview on an interview day ended. */
export const interviewOutcomes = ['decided', 'promised', 'advised', 'not-there'] as const;
export const InterviewOutcome = z.enum(interviewOutcomes).meta(growing);
