/** Who may do and see what in disputes. */
import { area, desk, examiners, type Holders, leaders } from './right-holders.js';

/** The rows of the table of rights that are about them. */
export const disputeRights = {
  /** By whoever sits at the counter of the Mu neighbours' home, at the desk or in an area; by residents of their own. */
  'dispute.open': {
    resident: ['own'],
    ...desk,
    mediator: area,
    'grid-member': area,
    'grid-leader': area,
    'village-committee': area,
    'community-secretary': area,
  },
  /** That there is one, and how it stands; nothing that a party said. */
  'dispute.list': { ...leaders, ...desk, ...examiners, mediator: ['area', 'held'], verifier: area },
  'dispute.read': { ...leaders, ...desk, ...examiners, mediator: ['area', 'held'], resident: ['own'] },
  /** What parties said, and who they are: for whoever mediates, and each party of its own side. */
  'dispute.words': { mediator: ['held'], resident: ['own'] },
  /** What a party comes by: its mediator hands it out. */
  'dispute.code': { mediator: ['held'] },
  /** What a party told the mediator alone. */
  'caucus.read': { mediator: ['held'] },
  'dispute.mediate': { mediator: ['held'] },
  /** The committee: who mediates, what becomes of a challenge, and its seal. */
  'dispute.lead': { 'village-committee': area, 'community-secretary': area },
  'dispute.grade': { mediator: ['held'], 'village-committee': area, 'community-secretary': area },
  'dispute.reopen': { mediator: ['held'], 'village-committee': area, 'community-secretary': area },
  /** What a party says for itself, or the mediator takes down of it. */
  'dispute.answer': { resident: ['own'], mediator: ['held'] },
  /** That a mediator is near to a party is said by whoever knows it. */
  'dispute.relate': {
    resident: ['own'],
    mediator: ['area', 'held'],
    'village-committee': area,
    'community-secretary': area,
  },
  'dispute.sign': {
    resident: ['own'],
    mediator: ['held'],
    'village-committee': area,
    'community-secretary': area,
  },
  'danger.report': {
    ...desk,
    mediator: ['area', 'held'],
    'grid-member': area,
    'grid-leader': area,
    'village-committee': area,
  },
  /** What was reported, in words: for whoever has to take it up. */
  'danger.words': { 'community-secretary': area, 'town-leader': area, mediator: ['held'] },
  'danger.acknowledge': { 'community-secretary': area, 'town-leader': area },
  /** When and where people meet. */
  'mediation-calendar.read': { mediator: ['area', 'held'], ...leaders },
} as const satisfies Readonly<Record<string, Holders>>;
