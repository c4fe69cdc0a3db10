/** What the routes promise by which people read what was said. */
import { partyRoles } from '@mulin/contracts';
import { type Operation, TownTime } from '@mulin/service';
import { z } from 'zod';
import { both, one, other, tag, words } from '../disputes/common-operations.js';

const Read = z.string().nullable();

const File = z
  .strictObject({
    number: z.string(),
    facts: Read,
    parties: z.array(
      z.strictObject({ party: z.uuid(), role: z.enum(partyRoles), name: Read, phone: Read, address: Read }),
    ),
    statements: z.array(z.strictObject({ party: z.uuid(), text: Read, madeAt: TownTime })),
    minutes: z.array(z.strictObject({ session: z.int(), text: Read })),
    proposals: z.array(z.strictObject({ proposal: z.int(), from: z.string(), text: Read })),
    agreement: z
      .strictObject({ facts: Read, terms: z.array(z.strictObject({ term: z.int(), what: Read })) })
      .nullable(),
    representatives: z.array(
      z.strictObject({
        party: z.uuid(),
        authority: z.enum(['general', 'special']),
        name: Read,
        evidence: Read,
      }),
    ),
    callBacks: z.array(z.strictObject({ party: z.uuid(), isKept: z.boolean(), words: Read, at: TownTime })),
  })
  .meta({ id: 'DisputeFile' });

export const readingFile: Operation = {
  tag,
  ...words(
    both('Read the file of a dispute', '查看卷宗'),
    both(
      'What was said, for whoever mediates it and for each party: of the others a party reads what was said for all. Each reading is on record.',
      '陈述、笔录与协议内容，供承办调解员和当事人查看；当事人只能看到他方供各方查看的内容。每次查看均留痕。',
    ),
  ),
  answer: File,
  example: {
    number: 'mu-M-2026-000017',
    facts: 'A wall between two yards.',
    parties: [
      { party: one, role: 'applicant', name: 'Somebody', phone: null, address: null },
      { party: other, role: 'respondent', name: null, phone: null, address: null },
    ],
    statements: [{ party: one, text: 'It takes my light.', madeAt: '2026-03-05T10:10:00.000+08:00' }],
    minutes: [{ session: 1, text: 'Both were heard.' }],
    proposals: [],
    agreement: null,
    representatives: [],
    callBacks: [],
  },
  refusals: { 403: ['not-your-dispute'], 404: ['dispute-unknown'] },
};

export const readingCaucus: Operation = {
  tag,
  ...words(
    both('Read what parties said alone', '查看单方谈话记录'),
    both('For the mediator who noted it, and for nobody else.', '仅供记录该内容的调解员本人查看。'),
  ),
  answer: z
    .strictObject({
      items: z.array(z.strictObject({ party: z.uuid(), text: Read, notedAt: TownTime })),
    })
    .meta({ id: 'CaucusNotes' }),
  example: {
    items: [{ party: one, text: 'They would pay half.', notedAt: '2026-03-06T10:10:00.000+08:00' }],
  },
  refusals: { 403: ['not-your-dispute'], 404: ['dispute-unknown'] },
};

const pdf = { answer: z.string().meta({ format: 'binary' }), example: '%PDF-1.7', media: 'application/pdf' };

export const printingFile: Operation = {
  tag,
  ...words(
    both('Print the file of a dispute', '打印卷宗'),
    both(
      'A PDF of what the reader may read of it, in the language that is asked for: application, registration, statements, minutes, agreement, performance, call-backs.',
      '按读者可见范围生成 `PDF`：申请、受理登记、陈述、调解记录、协议、履行与回访，语言按请求。',
    ),
  ),
  ...pdf,
  refusals: { 403: ['not-your-dispute'], 404: ['dispute-unknown'] },
};

export const printingAgreement: Operation = {
  tag,
  ...words(
    both('Print an agreement', '打印协议书'),
    both(
      'A PDF to be signed by parties, mediator and committee, with a place for its seal.',
      '生成可供各方签名、调解员签名并加盖调委会印章的协议书（`PDF`）。',
    ),
  ),
  ...pdf,
  refusals: { 403: ['not-your-dispute'], 404: ['dispute-unknown'], 409: ['no-agreement-drafted'] },
};

export const readingCode: Operation = {
  tag,
  ...words(
    both('Read the code of a party', '查看当事人查询码'),
    both(
      'For whoever mediates, to be handed to that party: with it and the number of the dispute the party comes to its own side. Each reading is on record.',
      '供承办调解员查看并交给该当事人：凭纠纷编号和查询码可访问本方事项。每次查看均留痕。',
    ),
  ),
  answer: z.strictObject({ party: z.uuid(), code: z.string() }).meta({ id: 'PartyCode' }),
  example: { party: one, code: '7K2M-9QXD' },
  refusals: { 403: ['not-your-dispute'], 404: ['dispute-unknown', 'party-unknown'] },
};

export const readingDangers: Operation = {
  tag,
  ...words(
    both('Read what was reported of dangers', '查看上报的激化风险'),
    both('For whoever has to take it up, and for the mediator.', '供应签收处置的负责人和承办调解员查看。'),
  ),
  answer: z
    .strictObject({ items: z.array(z.strictObject({ danger: z.int(), text: Read, at: TownTime })) })
    .meta({ id: 'DisputeDangers' }),
  example: { items: [{ danger: 1, text: 'He has a stick.', at: '2026-03-06T10:10:00.000+08:00' }] },
  refusals: { 403: ['not-your-dispute'], 404: ['dispute-unknown'] },
};
