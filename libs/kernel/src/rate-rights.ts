/** Who may see what rates are made of, and take something out of them. */
import { area, desk, examiners, type Holders, leaders, town } from './right-holders.js';

/** Those whose work rates are about, and who lead them. */
const ratedUnits: Holders = {
  'grid-member': area,
  'grid-leader': area,
  'village-committee': area,
  'community-secretary': area,
  'office-member': ['held'],
};

/** The rows of the table of rights that are about them. */
export const rateRights = {
  /** Figures of a unit, and which cases they are made of. */
  'rate.read': { ...leaders, ...desk, ...examiners, 'grid-member': area, verifier: area },
  /** To be taken out of the rates: asked by the unit that is rated, decided by others, settled by the town. */
  'exemption.list': { ...leaders, ...desk, ...examiners, 'grid-member': area },
  'exemption.words': { ...leaders, ...desk, auditor: town, 'grid-member': area },
  'exemption.ask': ratedUnits,
  'exemption.decide': { ...desk, 'community-secretary': ['elsewhere'] },
  'exemption.appeal': { ...ratedUnits, ...desk },
  'exemption.settle': { 'town-leader': town },
} as const satisfies Readonly<Record<string, Holders>>;
