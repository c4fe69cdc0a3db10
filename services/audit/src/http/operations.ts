/** What the routes of audit promise besides looking for cases: answers, examples, refusals, and words. */
import { type Operation, pageOf, type Tag, TownTime } from '@mulin/service';
import { z } from 'zod';
import { riskColours } from '@mulin/contracts';
import { matters } from '../queries/escalations/rows.js';
import { disputeClockStates, disputeStates } from '../views/disputes.js';
import { levels } from '../views/notices.js';
import { at, caseId, CaseState, Clock, clock, due, listed, oversight, Urgency } from './case-operations.js';

const imports: Tag = {
  name: 'imports',
  description: { en: 'Cases from files of other systems.', zh: '从其他系统的文件导入案件。' },
};
const Escalation = z
  .strictObject({
    of: z.enum(matters),
    number: z.string().nullable(),
    caseId: z.uuid(),
    to: z.string(),
    insteadOf: z.array(z.string()),
    level: z.enum(levels),
    clock: z.string(),
    step: z.string(),
    clocks: z.array(z.string()),
    dueAt: TownTime.nullable(),
    isDueDay: z.literal(true).optional(),
    toldAt: TownTime,
    lateBySeconds: z.int().min(0),
    menuItem: z.string().nullable(),
    menuItemName: z.string().nullable(),
    urgency: Urgency.nullable(),
    state: CaseState.nullable(),
    area: z.string().nullable(),
    areaName: z.string().nullable(),
    holder: z.string().nullable(),
    holderName: z.string().nullable(),
  })
  .meta({ id: 'Escalation' });

export const listingEscalations: Operation = {
  tag: oversight,
  summary: { en: 'List what is late', zh: '超期升级列表' },
  description: {
    en: "Whom a missed deadline waits for, in one's own area: told, not taken back, and nobody has answered. With them the warnings that one was given oneself, or that were given to whom one asks for (`to`). What is due first comes first. Disputes and promises are among them (`of`): of these `caseId` is their own id, and they have no menu item, urgency or state.",
    zh: '本辖区内已提醒、未撤销且无人处理的超期；同时列出发给本人的提醒，或用 `to` 指定的对象收到的提醒。时限最早的在前。其中包括纠纷与承诺（见 `of`）：其 `caseId` 为纠纷或承诺本身的 ID，没有服务事项、紧急程度和状态。',
  },
  answer: pageOf(Escalation),
  example: {
    items: [
      {
        of: 'case',
        number: 'mu-2026-000417',
        caseId,
        to: 'village-committee',
        insteadOf: [],
        level: 'escalation',
        clock: 'complete/1',
        step: 'breached',
        clocks: ['complete/1'],
        dueAt: due,
        toldAt: due,
        lateBySeconds: 3_600,
        menuItem: 'sanitation',
        menuItemName: 'Sanitation',
        urgency: 'ordinary',
        state: 'taken',
        area: listed.area,
        areaName: listed.areaName,
        holder: null,
        holderName: null,
      },
    ],
    next: null,
  },
  refusals: { 400: ['malformed-cursor'] },
};

const Entry = z
  .strictObject({
    id: z.uuid(),
    at: TownTime,
    isDay: z.literal(true).optional(),
    recordedAt: TownTime,
    owedAt: TownTime.optional(),
    service: z.string(),
    type: z.string(),
    actor: z.string(),
    actorName: z.string(),
    text: z.string(),
    number: z.string().optional(),
  })
  .meta({ id: 'TimelineEntry' });

export const readingTimeline: Operation = {
  tag: oversight,
  summary: { en: 'Read the history of a case', zh: '查看案件时间线' },
  description: {
    en: 'Everything that happened to a case, by its number or its id, as it is known now or was known at a moment (`asOf`), in sentences of the language of Accept-Language. An entry has the same `id` at every moment and in both languages: what two answers differ in is what was learned between their moments.',
    zh: '按编号或 ID 查看案件的全部经过，可用 `asOf` 查看某一时刻已知的情况；文字语言由 Accept-Language 决定。每条记录的 `id` 不随时刻和语言变化：两次结果的差异即两个时刻之间新知悉的内容。',
  },
  answer: z
    .strictObject({
      number: z.string().nullable(),
      caseId: z.uuid(),
      state: CaseState,
      timeline: z.array(Entry),
      clocks: z.array(Clock),
    })
    .meta({ id: 'Timeline' }),
  example: {
    number: 'mu-2026-000417',
    caseId,
    state: 'registered',
    timeline: [
      {
        id: '00000000-0000-8000-b000-000000000417',
        at,
        recordedAt: at,
        service: 'intake',
        type: 'intake.case-registered.v1',
        actor: 'hotline-clerk',
        actorName: 'Hotline clerk',
        text: 'Registered.',
      },
    ],
    clocks: [clock],
  },
  refusals: { 404: ['case-unknown', 'case-unknown-then'], 409: ['case-ambiguous'] },
};

export const readingDisputeTimeline: Operation = {
  tag: oversight,
  summary: { en: 'Read the history of a dispute or a promise', zh: '查看纠纷或承诺的时间线' },
  description: {
    en: 'Everything that happened to a dispute, or to a promise of an interview day, by its number or its id, as it is known now or was known at a moment (`asOf`), in sentences of the language of Accept-Language. Parties are not named, and nothing that they said is in it.',
    zh: '按编号或 ID 查看纠纷或接访日承诺的全部经过，可用 `asOf` 查看某一时刻已知的情况；文字语言由 Accept-Language 决定。不含当事人姓名及其陈述。',
  },
  answer: z
    .strictObject({
      number: z.string().nullable(),
      id: z.uuid(),
      of: z.enum(['dispute', 'promise']),
      state: z.enum(disputeStates),
      colour: z.enum(riskColours).nullable(),
      timeline: z.array(Entry),
      clocks: z.array(
        z.strictObject({
          name: z.string(),
          startedAt: TownTime.nullable(),
          due: TownTime.nullable(),
          state: z.enum(disputeClockStates),
          verdict: z.enum(['met', 'breached']).nullable(),
        }),
      ),
    })
    .meta({ id: 'DisputeTimeline' }),
  example: {
    number: 'mu-T2026-000017',
    id: caseId,
    of: 'dispute',
    state: 'assigned',
    colour: 'yellow',
    timeline: [
      {
        id: '00000000-0000-8000-b000-000000000417',
        at,
        recordedAt: at,
        service: 'mediation',
        type: 'mediation.colour-changed.v1',
        actor: 'village-committee',
        actorName: 'Village committee',
        text: 'The dispute is of some risk (yellow) now; it was of low risk (green).',
      },
    ],
    clocks: [{ name: 'settle/1', startedAt: at, due, state: 'running', verdict: null }],
  },
  refusals: { 404: ['dispute-unknown', 'dispute-unknown-then'] },
};

const Reading = z
  .strictObject({
    at: TownTime,
    caseId: z.string().nullable(),
    number: z.string().nullable(),
    kind: z.string().nullable(),
    kindName: z.string().nullable(),
    reader: z.string(),
    readerName: z.string(),
    service: z.string(),
    purpose: z.string(),
    purposeName: z.string(),
    isErasure: z.boolean(),
  })
  .meta({ id: 'Reading' });

export const listingReadings: Operation = {
  tag: oversight,
  summary: { en: 'List who read what', zh: '查看记录列表' },
  description: {
    en: 'Who opened what a resident had said, where it is or how to reach them, and what for; who erased a person. Newest first. What was said is not in it.',
    zh: '何人因何用途查看了诉求原文、地点或联系方式，以及删除记录，最近的在前；不含原文内容。',
  },
  answer: pageOf(Reading),
  example: {
    items: [
      {
        at,
        caseId,
        number: 'mu-2026-000417',
        kind: 'words',
        kindName: 'what was said',
        reader: 'hotline-clerk',
        readerName: 'Hotline clerk',
        service: 'intake',
        purpose: 'answering',
        purposeName: 'answering',
        isErasure: false,
      },
    ],
    next: null,
  },
  refusals: { 400: ['malformed-cursor'], 404: ['account-unknown', 'case-unknown'], 409: ['case-ambiguous'] },
};

const count = z.int().min(0);

export const summingUp: Operation = {
  tag: imports,
  summary: { en: 'Sum up an import', zh: '导入汇总' },
  description: {
    en: 'What became of the cases of an import: who would answer, and whether our verdicts are those of their source. Ask again while some are `pending`. Changes nothing, so it needs no Idempotency-Key.',
    zh: '导入案件的结果：由谁办理，判定与来源是否一致。仍有 `pending` 时请稍后再查。此操作不作更改，无需 Idempotency-Key。',
  },
  answer: z
    .strictObject({
      routed: count,
      unrouted: count,
      agreeing: count,
      disagreeing: count,
      undecided: count,
      pending: count,
    })
    .meta({ id: 'ImportSummary' }),
  example: { routed: 9, unrouted: 1, agreeing: 8, disagreeing: 0, undecided: 2, pending: 0 },
};
