/**
 * Who may do and see what, where: every route, asked by every role, near and far. What is expected stands here once
 * more, by hand, so that a word added to the table of rights by mistake is seen.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Area, Role } from '@mulin/kernel';
import { type Answered, ask, itemsOf, type Json } from './http.js';
import { packWithFeedback, tellVerified } from './feedback-town.js';
import {
  atRiverHead,
  openSampleTown,
  packWithOneInGrid,
  riverHeadMember,
  type SampleTown,
} from './sample-town.js';

const homeGrid = 'hetou-1-a';
const home = `mu/dongguan/hetou/hetou-1/${homeGrid}`;
const abroad = 'mu/nanyuan/liulin/liulin-1/liulin-1-a';

/** How deep the area of each of those is who answer for a part of the town. */
const depths = {
  'grid-member': 5,
  'grid-leader': 4,
  'village-committee': 3,
  'community-secretary': 2,
  mediator: 2,
  verifier: 2,
  helper: 3,
} as const satisfies Readonly<Partial<Record<Role, number>>>;
type Local = keyof typeof depths;
const locals = Object.keys(depths) as readonly Local[]; // their keys
const wholeTown = [
  'hotline-clerk',
  'town-leader',
  'office-member',
  'auditor',
  'operator',
  'integrator',
] as const;

const upTo = (path: string, depth: number) => path.split('/').slice(0, depth).join('/');
const account = (id: string, role: Role, area: string): Actor => ({ id, role, area: area as Area }); // a path

/** Two of each who answer for a part of the town: one where the cases are, one elsewhere. */
const people: Readonly<Record<string, Actor>> = Object.fromEntries(
  [
    ...locals.flatMap((role) => [
      account(`near ${role}`, role, upTo(home, depths[role])),
      account(`far ${role}`, role, upTo(abroad, depths[role])),
    ]),
    ...wholeTown.map((role) => account(role, role, 'mu')),
    account('asker', 'resident', 'mu'),
    account('resident', 'resident', 'mu'),
  ].map((it) => [it.id, it]),
);
/** Who holds the order. */
const holder = riverHeadMember;
const everybody = [...Object.keys(people), holder];
const tokenOf = (who: string) => (who === holder ? holder : who.replaceAll(' ', '-'));

const near = (...roles: readonly Local[]) => roles.map((role) => `near ${role}`);
const both = (...roles: readonly Local[]) => roles.flatMap((role) => [`near ${role}`, `far ${role}`]);
const leaders = ['grid-leader', 'village-committee', 'community-secretary'] as const;
const desk = 'hotline-clerk';
/** A program of another system. */
const link = 'integrator';
/** Everybody but residents and programs. */
const everybodyAtWork = [...wholeTown.filter((it) => it !== link), holder, ...both(...locals)];

type Asking = Readonly<{ caseId: string; who: string }>;
type Row = Readonly<{
  /** Who may, of whatever case. */
  always: readonly string[];
  /** Who may only of a case of which they were told that it is late. */
  late?: readonly string[];
  call: (asking: Asking) => Readonly<{ path: string; body?: object }>;
  /** Of which cases, whether in time or late; absent: those of the test. */
  pool?: 'verified';
  /** What shows that it was allowed; else any answer of success. */
  isDone?: (answered: Answered, asking: Asking) => boolean;
}>;

const shows =
  (field: 'caseId') =>
  ({ status, body }: Answered, { caseId }: Asking): boolean =>
    status === 200 && itemsOf(body).some((item) => item[field] === caseId);
const isUnknown = ({ status }: Answered) => status === 404;
const ofCase = (rest: string, body?: object) => ({
  call: ({ caseId }: Asking) => ({ path: `/api/v1/cases/${caseId}${rest}`, ...(body ? { body } : {}) }),
});
const ofOrder = (rest: string, body?: object) => ({
  call: ({ caseId }: Asking) => ({ path: `/api/v1/orders/${caseId}${rest}`, ...(body ? { body } : {}) }),
});
const at = (path: string, body?: object) => ({ call: () => ({ path, ...(body ? { body } : {}) }) });

const row = {
  sourceId: '1',
  menuItem: 'sanitation',
  words: 'w',
  place: null,
  channel: 'file',
  person: null,
  reportedAt: '2026-03-02T00:00:00Z',
  closedAt: null,
  dueAt: null,
  claim: null,
  flags: [],
};
const rows = { mode: 'archive', asOf: '2026-03-02T00:00:00Z', rows: [row] };

const matrix: Readonly<Record<string, Row>> = {
  'post /api/v1/cases': {
    ...at('/api/v1/cases', { menuItem: 'sanitation', words: 'w' }),
    always: [
      'asker',
      'resident',
      desk,
      link,
      'operator',
      holder,
      ...both('grid-member', 'community-secretary', 'helper'),
    ],
  },
  'get /api/v1/cases/alike': {
    ...at('/api/v1/cases/alike?menuItem=sanitation&grid=hetou-1-a'),
    always: [
      desk,
      'town-leader',
      'auditor',
      'operator',
      holder,
      link,
      ...near(...leaders, 'grid-member', 'mediator', 'verifier'),
    ],
    // Ten at most: of the many here not always the one that was asked with.
    isDone: ({ body }) => Array.isArray(body['items']) && body['items'].length > 0,
  },
  'get /api/v1/load': {
    ...at('/api/v1/load?by=area'),
    always: [
      desk,
      'town-leader',
      'auditor',
      'operator',
      holder,
      link,
      ...near(...leaders, 'grid-member', 'mediator', 'verifier'),
    ],
    isDone: ({ body }) => Array.isArray(body['places']) && body['places'].length > 0,
  },
  'get /api/v1/cases': {
    ...at('/api/v1/cases?limit=500'),
    always: [
      desk,
      'town-leader',
      'auditor',
      'operator',
      holder,
      link,
      ...near(...leaders, 'grid-member', 'mediator', 'verifier'),
    ],
    isDone: shows('caseId'),
  },
  'get /api/v1/cases/{caseId}': {
    ...ofCase(''),
    always: [desk, link, 'auditor', 'operator'],
    late: ['town-leader', ...near(...leaders)],
  },
  'get /api/v1/cases/{caseId}/words': {
    ...ofCase('/words?purpose=supervision'),
    always: [desk],
    late: ['town-leader', ...near(...leaders)],
  },
  'post /api/v1/cases/{caseId}/decline': {
    ...ofCase('/decline', { reason: 'not-a-public-matter', door: 'county-court' }),
    always: [desk],
  },
  'post /api/v1/cases/{caseId}/reclassify': {
    ...ofCase('/reclassify', { reason: 'wrong-urgency', urgency: 'urgent' }),
    always: [desk],
  },
  'post /api/v1/cases/{caseId}/withdraw': { ...ofCase('/withdraw', {}), always: [desk, link, 'asker'] },
  'post /api/v1/cases/{caseId}/close': {
    ...ofCase('/close', { outcome: 'explained' }),
    always: [desk],
    // Where a town asks for feedback, that is what whoever may close cases hears.
    isDone: ({ body }) => body['code'] === 'closes-on-feedback',
  },
  'post /api/v1/cases/{caseId}/reopen': {
    ...ofCase('/reopen', {}),
    always: [desk, 'asker'],
    isDone: ({ body }) => body['code'] === 'case-not-over',
  },
  'post /api/v1/cases/{caseId}/split': {
    ...ofCase('/split', { menuItem: 'sanitation', words: 'The other bin.' }),
    always: [desk],
  },
  'post /api/v1/cases/{caseId}/merge': {
    ...ofCase('/merge', { into: 'mu-2026-999999' }),
    always: [desk],
    isDone: isUnknown,
  },
  'post /api/v1/cases/{caseId}/unmerge': {
    ...ofCase('/unmerge', {}),
    always: [desk],
    isDone: ({ body }) => body['code'] === 'not-merged',
  },
  'post /api/v1/cases/{caseId}/additions': {
    ...ofCase('/additions', { words: 'It is the second bin.' }),
    always: [desk, holder, 'asker'],
    late: ['town-leader', ...near(...leaders)],
  },
  'get /api/v1/cases/{caseId}/additions': {
    ...ofCase('/additions?purpose=supervision'),
    always: [desk, holder, 'asker'],
    late: ['town-leader', ...near(...leaders)],
  },
  'get /api/v1/cases/{caseId}/photos/{photoId}': {
    ...ofCase('/photos/1d0f4e4b-9f0f-8c07-9f55-1f4f1b1f7a10?purpose=supervision'),
    always: [desk, holder, 'asker'],
    late: ['town-leader', ...near(...leaders)],
    isDone: isUnknown,
  },
  'get /api/v1/my-case': {
    call: ({ caseId }) => ({ path: `/api/v1/my-case?caseId=${caseId}` }),
    always: ['asker'],
  },
  // What is sent as JSON is no picture, and still theirs to send.
  'post /api/v1/photos': {
    ...at('/api/v1/photos', {}),
    always: [
      'asker',
      'resident',
      desk,
      'town-leader',
      holder,
      'office-member',
      ...both(...leaders, 'grid-member', 'verifier', 'helper'),
    ],
    isDone: ({ status }) => status === 415,
  },
  'post /api/v1/cases/{caseId}/erase-person': {
    ...ofCase('/erase-person', { reason: 'asked-for' }),
    always: ['operator'],
  },
  'get /api/v1/erasures': { ...at('/api/v1/erasures'), always: ['auditor', 'operator'] },
  'get /api/v1/readings': { ...at('/api/v1/readings'), always: ['auditor'] },
  'get /api/v1/timelines/{numberOrId}': {
    call: ({ caseId }) => ({ path: `/api/v1/timelines/${caseId}` }),
    always: [
      desk,
      'town-leader',
      'auditor',
      'operator',
      holder,
      link,
      ...near(...leaders, 'grid-member', 'mediator', 'verifier'),
    ],
  },
  'get /api/v1/cases/{caseId}/clocks/explanation': {
    ...ofCase('/clocks/explanation'),
    always: [
      desk,
      'town-leader',
      'auditor',
      'operator',
      holder,
      link,
      ...near(...leaders, 'grid-member', 'mediator', 'verifier'),
    ],
  },
  /** No such dispute is there: whoever may not see any is refused before that is said. */
  'get /api/v1/disputes/{number}/timeline': {
    ...at('/api/v1/disputes/mu-T2026-0/timeline'),
    always: [desk, 'town-leader', 'auditor', 'operator', ...both(...leaders, 'mediator', 'verifier')],
    isDone: ({ status, body }) => status === 404 && body['code'] === 'dispute-unknown',
  },
  'get /api/v1/escalations': {
    ...at('/api/v1/escalations?limit=500'),
    always: [],
    late: [desk, 'town-leader', 'auditor', 'operator', holder, ...near(...leaders, 'mediator')],
    isDone: shows('caseId'),
  },
  'get /api/v1/call-backs': {
    ...at('/api/v1/call-backs?limit=200'),
    pool: 'verified',
    always: [desk, 'town-leader', 'auditor', 'operator', ...near(...leaders, 'verifier')],
    isDone: shows('caseId'),
  },
  'post /api/v1/cases/{caseId}/call-backs': {
    ...ofCase('/call-backs', { outcome: 'no-answer' }),
    pool: 'verified',
    // Not whoever handled it.
    always: [desk, ...near(...leaders, 'verifier', 'grid-member')],
  },
  'post /api/v1/cases/{caseId}/ratings': {
    ...ofCase('/ratings', { response: 'responded', resolution: 'solved', satisfaction: 'satisfied' }),
    pool: 'verified',
    always: [desk, 'asker'],
    isDone: ({ status, body }) => status === 200 || body['code'] === 'call-back-first',
  },
  'post /api/v1/cases/{caseId}/conclusion': {
    ...ofCase('/conclusion', { decision: 'close' }),
    pool: 'verified',
    always: ['town-leader', ...near('community-secretary')],
    isDone: ({ body }) => body['code'] === 'nothing-to-decide',
  },
  'get /api/v1/cases/{caseId}/letter': {
    ...ofCase('/letter'),
    pool: 'verified',
    always: ['asker', desk, 'town-leader', 'auditor', ...near(...leaders)],
    isDone: ({ body }) => body['code'] === 'no-letter',
  },
  'get /api/v1/cases/{caseId}/rating-words': {
    ...ofCase('/rating-words?purpose=supervision'),
    pool: 'verified',
    always: ['asker', desk, 'town-leader', ...near(...leaders)],
  },
  'get /api/v1/ratings': {
    call: ({ caseId }) => ({ path: `/api/v1/ratings?caseId=${caseId}` }),
    pool: 'verified',
    always: ['asker', desk, 'town-leader', 'auditor', 'operator', ...near(...leaders)],
  },
  'get /api/v1/rates': {
    ...at('/api/v1/rates'),
    always: [
      desk,
      'town-leader',
      'auditor',
      'operator',
      'office-member',
      holder,
      ...both(...leaders, 'grid-member', 'verifier'),
    ],
  },
  'get /api/v1/rates/cases': {
    ...at('/api/v1/rates/cases'),
    pool: 'verified',
    always: [
      desk,
      'town-leader',
      'auditor',
      'operator',
      'office-member',
      holder,
      ...both(...leaders, 'grid-member', 'verifier'),
    ],
  },
  'get /api/v1/rates/report': {
    ...at('/api/v1/rates/report?month=2026-02'),
    always: [
      desk,
      'town-leader',
      'auditor',
      'operator',
      'office-member',
      holder,
      ...both(...leaders, 'grid-member', 'verifier'),
    ],
  },
  'get /api/v1/rates/report.pdf': {
    ...at('/api/v1/rates/report.pdf?month=2026-02'),
    always: [
      desk,
      'town-leader',
      'auditor',
      'operator',
      'office-member',
      holder,
      ...both(...leaders, 'grid-member', 'verifier'),
    ],
  },
  'get /api/v1/early-warnings': {
    ...at('/api/v1/early-warnings'),
    always: [desk, 'town-leader', 'auditor', 'operator', ...both(...leaders)],
  },
  'get /api/v1/monthly-topics': {
    ...at('/api/v1/monthly-topics?month=2026-02'),
    always: [desk, 'town-leader', 'auditor', 'operator', ...both(...leaders)],
  },
  'get /api/v1/exemptions': {
    ...at('/api/v1/exemptions'),
    always: [
      desk,
      'town-leader',
      'auditor',
      'operator',
      'office-member',
      holder,
      ...both(...leaders, 'grid-member'),
    ],
  },
  'post /api/v1/cases/{caseId}/exemption': {
    ...ofCase('/exemption', { reason: 'force-majeure', evidence: 'The road was flooded.' }),
    pool: 'verified',
    always: [holder, ...near(...leaders, 'grid-member')],
    isDone: ({ status, body }) => status === 200 || body['code'] === 'exemption-asked',
  },
  'post /api/v1/cases/{caseId}/exemption/decision': {
    ...ofCase('/exemption/decision', { granted: false }),
    pool: 'verified',
    always: [desk, 'far community-secretary'],
    isDone: ({ status, body }) =>
      status === 200 || ['exemption-unknown', 'exemption-decided'].includes(String(body['code'])),
  },
  'post /api/v1/cases/{caseId}/exemption/appeal': {
    ...ofCase('/exemption/appeal', { evidence: 'The photos show it.' }),
    pool: 'verified',
    always: [desk, holder, ...near(...leaders, 'grid-member')],
    isDone: ({ status, body }) =>
      status === 200 ||
      ['exemption-unknown', 'nothing-to-appeal', 'exemption-appealed', 'your-own-decision'].includes(
        String(body['code']),
      ),
  },
  'post /api/v1/cases/{caseId}/exemption/settlement': {
    ...ofCase('/exemption/settlement', { granted: false }),
    pool: 'verified',
    always: ['town-leader'],
    isDone: ({ status, body }) =>
      status === 200 || ['exemption-unknown', 'nothing-to-settle'].includes(String(body['code'])),
  },
  'get /api/v1/cases/{caseId}/exemption/words': {
    ...ofCase('/exemption/words'),
    pool: 'verified',
    // A secretary decides about those of other communities.
    always: [
      desk,
      'auditor',
      'town-leader',
      holder,
      ...near(...leaders, 'grid-member'),
      'far community-secretary',
    ],
    isDone: ({ status, body }) => status === 200 || body['code'] === 'exemption-unknown',
  },
  'get /api/v1/orders': {
    ...at('/api/v1/orders?state=offered&limit=200'),
    always: [desk, 'town-leader', 'auditor', 'operator', holder, ...near(...leaders, 'verifier')],
    isDone: shows('caseId'),
  },
  'get /api/v1/orders/{caseId}': {
    ...ofOrder(''),
    always: [desk, 'town-leader', 'auditor', 'operator', holder, ...near(...leaders, 'verifier')],
  },
  'get /api/v1/orders/{caseId}/words': {
    ...ofOrder('/words?purpose=answering'),
    always: [holder],
    late: ['town-leader', ...near(...leaders)],
  },
  'get /api/v1/orders/{caseId}/legs': {
    ...ofOrder('/legs'),
    always: [desk, 'town-leader', 'auditor', 'operator', holder, ...near(...leaders, 'verifier')],
  },
  'get /api/v1/orders/{caseId}/reports': {
    ...ofOrder('/reports?purpose=answering'),
    always: [holder],
    late: ['town-leader', ...near(...leaders)],
  },
  'post /api/v1/orders/{caseId}/take': { ...ofOrder('/take', {}), always: [holder] },
  'post /api/v1/orders/{caseId}/return': {
    ...ofOrder('/return', { reason: 'not-my-area' }),
    always: [holder],
  },
  'post /api/v1/orders/{caseId}/finish': {
    ...ofOrder('/finish', { result: 'solved' }),
    always: [holder],
    // It was not taken yet; to somebody else it would say that it is not theirs.
    isDone: ({ body }) => body['code'] === 'not-taken',
  },
  'post /api/v1/orders/{caseId}/contact': {
    ...ofOrder('/contact', { manner: 'phone' }),
    always: [holder],
    isDone: ({ body }) => body['code'] === 'not-taken',
  },
  'post /api/v1/orders/{caseId}/progress': {
    ...ofOrder('/progress', { words: 'w' }),
    always: [holder],
    isDone: ({ body }) => body['code'] === 'not-taken',
  },
  'post /api/v1/orders/{caseId}/hand-over': {
    ...ofOrder('/hand-over', { to: 'mu/nanyuan', reason: 'beyond-my-power' }),
    always: [holder],
    late: ['town-leader', ...near('community-secretary')],
  },
  'post /api/v1/orders/{caseId}/helpers': {
    ...ofOrder('/helpers', { unit: 'mu/nanyuan', task: 'w' }),
    always: [holder],
    late: ['town-leader', ...near('village-committee', 'community-secretary')],
    // Whoever has it must take it first.
    isDone: ({ status, body }) => status === 200 || body['code'] === 'not-taken',
  },
  // Who was called is another question: nobody was, here, and that is what they hear.
  'post /api/v1/orders/{caseId}/helpers/{call}/join': {
    ...ofOrder('/helpers/1/join', {}),
    always: ['town-leader', 'office-member', holder, ...both(...leaders, 'grid-member', 'helper')],
    isDone: ({ body }) => body['code'] === 'no-such-call',
  },
  'post /api/v1/orders/{caseId}/helpers/{call}/finish': {
    ...ofOrder('/helpers/1/finish', {}),
    always: ['town-leader', 'office-member', holder, ...both(...leaders, 'grid-member', 'helper')],
    isDone: ({ body }) => body['code'] === 'no-such-call',
  },
  'post /api/v1/orders/{caseId}/helpers/{call}/release': {
    ...ofOrder('/helpers/1/release', { because: 'not-needed' }),
    always: ['town-leader', 'office-member', holder, ...both(...leaders, 'grid-member')],
    isDone: ({ body }) => body['code'] === 'no-such-call',
  },
  'post /api/v1/orders/{caseId}/verify': {
    ...ofOrder('/verify', { outcome: 'confirmed' }),
    always: [desk, ...near(...leaders, 'verifier')],
    isDone: ({ body }) => body['code'] === 'not-finished',
  },
  'post /api/v1/orders/{caseId}/arbitrate': {
    ...ofOrder('/arbitrate', { microGrid: 'hetou-2-a' }),
    always: [],
    // By this policy the grid leader is warned, and the level above hears of the miss.
    late: ['town-leader', ...near('village-committee', 'community-secretary')],
  },
  'post /api/v1/escalations/{caseId}/acknowledge': {
    call: ({ caseId }) => ({
      path: `/api/v1/escalations/${caseId}/acknowledge`,
      body: { decision: 'noted' },
    }),
    always: [],
    late: ['town-leader', ...near('community-secretary')],
  },
  // Everybody at work has an inbox; nothing of this name waits for any of them.
  'get /api/v1/inbox': { ...at('/api/v1/inbox'), always: everybodyAtWork },
  'get /api/v1/inbox/stream': { ...at('/api/v1/inbox/stream'), always: everybodyAtWork },
  'post /api/v1/inbox/{id}/read': {
    ...at('/api/v1/inbox/nothing/read', {}),
    always: everybodyAtWork,
    isDone: isUnknown,
  },
  'post /api/v1/inbox/{id}/done': {
    ...at('/api/v1/inbox/nothing/done', {}),
    always: everybodyAtWork,
    isDone: isUnknown,
  },
  // How they are told is everybody's own; so is what was sent to them, and examiners see all of it.
  'get /api/v1/inbox/preferences': { ...at('/api/v1/inbox/preferences'), always: everybodyAtWork },
  'put /api/v1/inbox/preferences': {
    ...at('/api/v1/inbox/preferences', { email: null, webhook: null }),
    always: everybodyAtWork,
  },
  'get /api/v1/deliveries': { ...at('/api/v1/deliveries'), always: everybodyAtWork },
  'get /api/v1/deliveries/mail-server': { ...at('/api/v1/deliveries/mail-server'), always: ['operator'] },
  'get /api/v1/areas': {
    ...at('/api/v1/areas'),
    always: [desk, 'town-leader', 'auditor', 'operator', ...near(...leaders)],
    isDone: ({ status, body }) =>
      status === 200 && (body['microGrids'] as readonly Json[]).some(({ area }) => area === home),
  },
  'get /api/v1/leave': {
    ...at('/api/v1/leave'),
    always: ['town-leader', 'auditor', 'operator', ...both(...leaders)],
  },
  'get /api/v1/leave/people': {
    ...at('/api/v1/leave/people'),
    always: ['town-leader', 'auditor', 'operator', ...near(...leaders)],
    isDone: ({ status, body }) =>
      status === 200 && itemsOf(body).some(({ account: named }) => named === riverHeadMember),
  },
  // Nobody is sent away: it is looked at whose people they are before when it was.
  'post /api/v1/leave': {
    ...at('/api/v1/leave', {
      account: riverHeadMember,
      nobodyStandsIn: true,
      from: '2025-01-01T00:00:00Z',
      until: '2025-01-02T00:00:00Z',
    }),
    always: ['town-leader', 'operator', ...near(...leaders)],
    isDone: ({ body }) => body['code'] === 'leave-over',
  },
  // That it is refused for people of elsewhere is told where leave is.
  'post /api/v1/leave/{leaveId}/end': {
    ...at('/api/v1/leave/3c5f2d8e-6a17-8b40-9d2c-71e0a4b6f953/end', {}),
    always: ['town-leader', 'operator', ...both(...leaders)],
    isDone: ({ body }) => body['code'] === 'no-such-leave',
  },
  'get /api/v1/rosters': {
    ...at('/api/v1/rosters'),
    always: ['town-leader', 'auditor', 'operator', ...near(...leaders)],
    isDone: ({ status, body }) => status === 200 && itemsOf(body).some(({ area }) => area === home),
  },
  'get /api/v1/rosters/{place}': {
    ...at(`/api/v1/rosters/${homeGrid}`),
    always: ['town-leader', 'auditor', 'operator', ...near(...leaders)],
  },
  // Nobody is put on duty or taken off it: it is looked at whose command it is before what it says.
  'put /api/v1/rosters/{place}': {
    ...at(`/api/v1/rosters/${homeGrid}`, { duties: [] }),
    always: ['operator'],
    isDone: ({ body }) => body['code'] === 'nobody-on-roster',
  },
  'post /api/v1/rosters/{place}/as-in-pack': {
    ...at(`/api/v1/rosters/${homeGrid}/as-in-pack`, {}),
    always: ['operator'],
    isDone: ({ body }) => body['code'] === 'roster-not-changed',
  },
  // Names of units, for whoever may hand an order over or call in help; a helper may neither.
  'get /api/v1/units': {
    ...at('/api/v1/units'),
    always: [holder, 'town-leader', 'office-member', ...both(...leaders, 'grid-member')],
  },
  // Who works for the town is known to everybody who does.
  'get /api/v1/people': { ...at('/api/v1/people'), always: everybodyAtWork },
  'post /api/v1/imports/{batch}/rows': { ...at('/api/v1/imports/history/rows', rows), always: ['operator'] },
  'post /api/v1/imports/summary': {
    call: ({ caseId }) => ({ path: '/api/v1/imports/summary', body: { caseIds: [caseId] } }),
    always: ['operator'],
  },
  // A token is no session: everybody may ask, and there is nothing to end.
  'delete /api/v1/sessions/current': {
    ...at('/api/v1/sessions/current'),
    always: everybody,
    isDone: ({ body }) => body['code'] === 'no-session',
  },
  'get /api/v1/sessions/current': { ...at('/api/v1/sessions/current'), always: everybody },
  'put /api/v1/accounts/{account}/password': {
    ...at('/api/v1/accounts/nobody-known/password', { password: 'correct horse battery' }),
    always: ['operator'],
    isDone: isUnknown,
  },
  'post /api/v1/accounts': {
    ...at('/api/v1/accounts', { account: 'somebody-new', role: 'auditor' }),
    always: ['operator'],
  },
  'patch /api/v1/accounts/{account}': {
    ...at('/api/v1/accounts/nobody-known', { name: 'Somebody' }),
    always: ['operator'],
    isDone: isUnknown,
  },
  'get /api/v1/sign-ins': { ...at('/api/v1/sign-ins'), always: ['auditor', 'operator'] },
  'post /api/v1/tokens': { ...at('/api/v1/tokens', { role: 'auditor' }), always: ['operator'] },
  'post /api/v1/accounts/{account}/disable': {
    ...at('/api/v1/accounts/nobody-known/disable', {}),
    always: ['operator'],
    isDone: isUnknown,
  },
  'post /api/v1/accounts/{account}/enable': {
    ...at('/api/v1/accounts/nobody-known/enable', {}),
    always: ['operator'],
    isDone: isUnknown,
  },
  'get /api/v1/pack': { ...at('/api/v1/pack'), always: ['operator'] },
  'get /api/v1/accounts': { ...at('/api/v1/accounts'), always: ['operator'] },
  'get /api/v1/set-aside': { ...at('/api/v1/set-aside'), always: ['operator'] },
  'post /api/v1/set-aside/{id}/retry': {
    ...at('/api/v1/set-aside/x/retry', {}),
    always: ['operator'],
    isDone: isUnknown,
  },
  'post /api/v1/set-aside/{id}/drop': {
    ...at('/api/v1/set-aside/x/drop', {}),
    always: ['operator'],
    isDone: isUnknown,
  },
  'get /api/v1/demo': { ...at('/api/v1/demo'), always: ['operator'] },
  // There are cases, so that it is refused, and still theirs to ask.
  'post /api/v1/demo': {
    ...at('/api/v1/demo', {}),
    always: ['operator'],
    isDone: ({ status }) => status === 409,
  },
  'post /api/v1/views/rebuild': { ...at('/api/v1/views/rebuild', { name: 'cases' }), always: ['operator'] },
};

/** These say nothing of anybody. */
const open = [
  'get /api/v1/demo/accounts',
  'get /api/v1/grids',
  'get /api/v1/menu',
  'get /api/v1/promised-time',
  'get /api/v1/town',
  'get /docs',
  'get /health/live',
  'get /health/ready',
  'get /metrics',
  'get /openapi.json',
  'post /api/v1/case-access',
  'post /api/v1/demo/sessions',
  'post /api/v1/sessions',
  'post /api/v1/visits',
];

const it: { town?: SampleTown; fresh: string[]; late: string[]; verified: string[] } = {
  fresh: [],
  late: [],
  verified: [],
};
/** More than are changed by the routes that ask for them. */
const verifiedCases = 100;
const town = (): SampleTown => {
  if (it.town === undefined) throw new Error('the town is open while its story is told');
  return it.town;
};

const register = async (): Promise<string> => {
  const demand = { menuItem: 'sanitation', words: 'The bin is full.', place: atRiverHead };
  const { body } = await town().send('asker', '/api/v1/cases', demand);
  return String(body['caseId']);
};

const registerMany = async (count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let nth = 0; nth < count; nth++) ids.push(await register());
  await town().settle();
  return ids;
};

beforeAll(async () => {
  const accounts = Object.fromEntries(Object.values(people).map((actor) => [tokenOf(actor.id), actor]));
  it.town = await openSampleTown('2026-03-02T09:00:00+08:00', {
    others: accounts,
    limits: { 'resident-writes': 10_000 },
    // What nobody takes stays with whoever was asked.
    pack: packWithOneInGrid(packWithFeedback()),
  });
  const most = 2 * everybody.length;
  it.late = await registerMany(most);
  // Everybody on the ladder has been told by then.
  await town().until('2026-03-09T09:00:00+08:00');
  it.fresh = await registerMany(most);
  it.verified = await registerMany(verifiedCases);
  for (const id of it.verified) await tellVerified(town(), { id, number: `number of ${id}` });
});
afterAll(() => town().close());

/** Nothing was done, and the reason is who asks; or, of an order that is in time, that nobody told them otherwise. */
const isRefused = ({ status, body }: Answered): boolean =>
  status === 403 ||
  (status === 409 && ['not-before-arbiter', 'nothing-escalated'].includes(String(body['code'])));

const askAs = async (name: string, { call, isDone }: Row, asking: Asking): Promise<string> => {
  const { path, body } = call(asking);
  const [method = 'get'] = name.split(' ');
  const answered = await ask(town().url, {
    method: method.toUpperCase(),
    who: tokenOf(asking.who),
    path,
    body,
  });
  const done = isDone ?? (({ status }: Answered) => status < 300);
  if (done(answered, asking)) return 'yes';
  // A list leaves out what one may not see.
  if (isRefused(answered) || (isDone !== undefined && answered.status === 200)) return 'no';
  return `${answered.status} ${JSON.stringify(answered.body).slice(0, 200)}`;
};

/** What is done to a case by one must not stand in the way of the next; nobody was called in there. */
const changes = (name: string) =>
  name.startsWith('post') && name.includes('{caseId}') && !name.includes('{call}');

const walk = async (name: string, asked: Row, pool: 'fresh' | 'late', expected: ReadonlySet<string>) => {
  const wrong: string[] = [];
  const cases = it[asked.pool ?? pool];
  for (const who of everybody) {
    const isExpected = expected.has(who);
    const caseId = cases.at(-1) ?? '';
    const answer = await askAs(name, asked, { caseId, who });
    if (answer !== (isExpected ? 'yes' : 'no')) wrong.push(`${who}: ${answer}`);
    if (answer === 'yes' && changes(name)) {
      cases.pop();
      await town().settle();
    }
  }
  return wrong;
};

describe.each(Object.entries(matrix))('%s', (name, asked) => {
  const { always, late = [] } = asked;

  test('of what is in time', async () => {
    expect(await walk(name, asked, 'fresh', new Set(always))).toEqual([]);
  });

  test('of what is late', async () => {
    expect(await walk(name, asked, 'late', new Set([...always, ...late]))).toEqual([]);
  });

  test('by nobody', async () => {
    const { path, body } = asked.call({ caseId: it.late.at(-1) ?? '', who: 'nobody' });
    const [method = 'get'] = name.split(' ');
    expect(await ask(town().url, { method: method.toUpperCase(), path, body })).toMatchObject({
      status: 401,
      body: { code: 'not-signed-in' },
    });
  });
});

/** These are walked in mediation-rights.spec.ts, which misses none of them. */
const ofMediation =
  /^(get|post) \/api\/v1\/(disputes(\/\{dispute\}.*)?|dispute-access|mediation-calendar.*|interview-(bookings|days).*|promises.*)$/;

test('no route of the town is missing here', async () => {
  const { body } = await ask(town().url, { method: 'GET', path: '/openapi.json' });
  const routes = Object.entries(body['paths'] as Readonly<Record<string, object>>).flatMap(
    ([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`),
  );
  const walked = routes.filter((route) => !ofMediation.test(route));
  expect(walked.sort()).toEqual([...Object.keys(matrix), ...open].sort());
});

test('everybody on the ladder has been told of what is late, and nobody of what is in time', async () => {
  const of = async (caseId: string) =>
    itemsOf(await town().read('auditor', '/api/v1/escalations?limit=500')).filter(
      (item) => item['caseId'] === caseId,
    );
  expect(new Set((await of(it.late.at(-1) ?? '')).map(({ to }) => to))).toEqual(
    new Set(['village-committee', 'community-secretary', 'town-leader']),
  );
  expect(await of(it.fresh.at(-1) ?? '')).toEqual([]);
});

test('the words of what is finished are read by who verifies there, until it is over', async () => {
  const caseId = await register();
  await town().settle();
  const words = async (who: string, path: string) => {
    const address = `${path.replace('{caseId}', caseId)}/words?purpose=verification`;
    return (await ask(town().url, { method: 'GET', who: tokenOf(who), path: address })).status;
  };
  const all = async (path: string) => [await words('near verifier', path), await words('far verifier', path)];
  const [ofOrders, ofCases] = ['/api/v1/orders/{caseId}', '/api/v1/cases/{caseId}'];
  await town().post(holder, `/api/v1/orders/${caseId}/take`);
  expect([await all(ofOrders), await all(ofCases)]).toEqual([
    [403, 403],
    [403, 403],
  ]);
  await town().post(holder, `/api/v1/orders/${caseId}/finish`, { result: 'solved' });
  expect([await all(ofOrders), await all(ofCases)]).toEqual([
    [200, 403],
    [200, 403],
  ]);
  await town().post(desk, `/api/v1/cases/${caseId}/withdraw`, {});
  expect([await all(ofOrders), await all(ofCases)]).toEqual([
    [403, 403],
    [403, 403],
  ]);
});
