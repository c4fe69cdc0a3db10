/** What looking for cases promises; with it the schemas and examples that audit's other routes share. */
import { flags, nets, rowTimes, urgencies } from '@mulin/contracts';
import { type Operation, pageOf, type Tag, TownTime } from '@mulin/service';
import { z } from 'zod';
import { caseStates } from '../views/cases.js';

export const cases: Tag = {
  name: 'cases',
  description: {
    en: 'What residents ask of the town: registering it, finding it, ending it.',
    zh: '居民诉求：登记、查找与办结。',
  },
};
export const oversight: Tag = {
  name: 'oversight',
  description: {
    en: 'What is late, what happened to a case, and who read what.',
    zh: '超期提醒、办理经过与查看记录。',
  },
};

export const caseId = '95cf39fa-cdbe-862d-b0af-f9349c54dfd5';
export const at = '2026-03-02T09:00:00.000+08:00';
export const due = '2026-03-04T17:00:00.000+08:00';

export const CaseState = z.enum(caseStates).meta({ id: 'CaseState' });
const Net = z.enum(nets).meta({ id: 'Net' });
export const Urgency = z.enum(urgencies).meta({ id: 'Urgency' });
const Verdict = z.enum(['met', 'breached']).meta({ id: 'Verdict' });

export const Clock = z
  .strictObject({
    name: z.string(),
    startedAt: TownTime.nullable(),
    due: TownTime.nullable(),
    isDueDay: z.literal(true).optional(),
    state: z.enum(['running', 'met', 'breached', 'cancelled']),
    verdict: Verdict.nullable(),
    reportedBy: z.string().optional(),
  })
  .meta({ id: 'Clock' });

const Archive = z
  .strictObject({
    batch: z.string(),
    sourceId: z.string(),
    asOf: TownTime,
    dueAt: TownTime.nullable(),
    closedAt: TownTime.nullable(),
    claim: Verdict.nullable(),
    flags: z.array(z.enum(flags)),
    days: z.array(z.enum(rowTimes)).optional(),
  })
  .meta({ id: 'Archive' });

const CaseListed = z
  .strictObject({
    caseId: z.uuid(),
    town: z.string(),
    number: z.string().nullable(),
    sourceNumber: z.string().nullable(),
    state: CaseState,
    menuItem: z.string().nullable(),
    menuItemName: z.string().nullable(),
    net: Net.nullable(),
    urgency: Urgency.nullable(),
    wishedUrgency: Urgency.nullable(),
    reportedBy: z.string().nullable(),
    point: z.strictObject({ lat: z.number(), lon: z.number() }).nullable(),
    channel: z.string().nullable(),
    microGrid: z.string().nullable(),
    microGridName: z.string().nullable(),
    area: z.string().nullable(),
    areaName: z.string().nullable(),
    routed: z.boolean().nullable(),
    holder: z.string().nullable(),
    holderName: z.string().nullable(),
    reportedAt: TownTime.nullable(),
    recordedAt: TownTime.nullable(),
    closedAt: TownTime.nullable(),
    archive: Archive.nullable(),
    days: z.array(z.enum(rowTimes)),
    clocks: z.array(Clock),
  })
  .meta({ id: 'CaseListed' });

export const clock: z.infer<typeof Clock> = {
  name: 'complete/1',
  startedAt: at,
  due,
  state: 'running',
  verdict: null,
};

export const listed: z.infer<typeof CaseListed> = {
  caseId,
  town: 'mu',
  number: 'mu-2026-000417',
  sourceNumber: null,
  state: 'taken',
  menuItem: 'sanitation',
  menuItemName: 'Sanitation',
  net: 'life',
  urgency: 'ordinary',
  wishedUrgency: null,
  reportedBy: 'town',
  point: { lat: 36.373, lon: 119.744 },
  channel: 'hotline-12345',
  microGrid: 'hetou-1-a',
  microGridName: 'River Head 1-A',
  area: 'mu/dongguan/hetou/hetou-1/hetou-1-a',
  areaName: 'River Head',
  routed: true,
  holder: null,
  holderName: null,
  reportedAt: at,
  recordedAt: at,
  closedAt: null,
  archive: null,
  days: [],
  clocks: [clock],
};

export const findingCases: Operation = {
  tag: cases,
  summary: { en: 'Find cases, or follow what changed', zh: '查找案件或跟踪变更' },
  description: {
    en: 'What is looked for, newest report first; everything that is given must hold. `open=true`: the town still owes an answer; of what is over, and of history of an archive, it owes none (`open=false`). With `after`: what changed after that position, in the order of the changes; `position` is where to go on from, also where nothing has changed. Of a case that changed several times only the last change is told. A `phone` needs its `purpose`.',
    zh: '按条件查找，最近登记的在前，各条件须同时满足。`open=true` 为本镇尚须答复的案件；已结束的案件和历史档案均属 `open=false`。带 `after` 时按变更顺序返回该位置之后的变更，`position` 为下次的起点，没有变更时也会返回；多次变更的案件只返回最近一次。按 `phone` 查找须注明 `purpose`。',
  },
  answer: pageOf(CaseListed).extend({ position: z.int().optional() }).meta({ id: 'CasesFound' }),
  example: { items: [listed], next: null, position: 4_711 },
  refusals: {
    400: ['purpose-missing', 'phone-not-readable', 'malformed-cursor', 'area-unknown'],
    404: ['account-unknown', 'no-such-micro-grid', 'no-such-menu-item', 'no-such-import'],
  },
};
