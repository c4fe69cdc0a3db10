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
/** Whoever is rated, whoever leads them, and a secretary of what lies in other communities, about which they decide. */
const ofExemptions: Holders = {
  ...leaders,
  ...desk,
  'grid-member': area,
  'community-secretary': ['area', 'elsewhere'],
  'office-member': ['held'],
};

/** The rows of the table of rights that are about them. */
export const rateRights = {
  /** Figures of a unit, and which cases they are made of. */
  'rate.read': {
    ...leaders,
    ...desk,
    ...examiners,
    'grid-member': area,
    verifier: area,
    'office-member': ['held'],
  },
  /** To be taken out of the rates: asked by the unit that is rated, decided by others, settled by the town. */
  'exemption.list': { ...ofExemptions, ...examiners },
  'exemption.words': { ...ofExemptions, auditor: town },
  'exemption.ask': ratedUnits,
  'exemption.decide': { ...desk, 'community-secretary': ['elsewhere'] },
  'exemption.appeal': { ...ratedUnits, ...desk },
  'exemption.settle': { 'town-leader': town },
} as const satisfies Readonly<Record<string, Holders>>;
