/** What the routes promise by which a case is taken up again, divided, joined and added to. */
import { additionKinds } from '@mulin/contracts';
import { type Operation, pageOf, TownTime } from '@mulin/service';
import { z } from 'zod';
import { about, casesTag, example, RegisteredAnswer, unknown } from './case-operations.js';

export const reopening: Operation = {
  ...about,
  summary: { en: 'Reopen a case', zh: '重新办理' },
  description: {
    en: 'Begins the next cycle of a case. Whoever asked, or the desk for them, asks again within the days that the town gives (15 where it says nothing); the desk also takes up what was closed, declined or noted as withdrawn by mistake. What was judged of the cycles before stands.',
    zh: '开始下一轮办理。诉求人（或由受理台代为）可在本镇规定的天数内（未规定的为 15 日）要求重新办理；误办结、误不予受理、误登记撤回的，由受理台恢复。前几轮的时限结论不变。',
  },
  example: { ...example, cycle: 2 },
  refusals: {
    400: ['reopen-reason-not-yours'],
    403: ['not-your-case'],
    404: unknown,
    409: [
      'case-not-over',
      'reopen-too-late',
      'reopen-merged',
      'case-declined',
      'case-withdrawn',
      'archived-case',
    ],
  },
};

export const splitting: Operation = {
  ...about,
  answer: RegisteredAnswer,
  summary: { en: 'Split a case', zh: '拆分案件' },
  description: {
    en: 'One report was two things: makes a case of one of them, with the same person, the same start and a number and a query code of its own. It is answered with; the whole goes on.',
    zh: '一次反映两件事：将其中一件拆分为新案件，诉求人和起算时间不变，另编新号和查询码。返回新案件，原案件继续办理。',
  },
  example: { ...example, number: 'mu-2026-000418', queryCode: '7K3M-9QXT-WA' },
  refusals: {
    403: ['not-your-case'],
    404: unknown,
    409: ['no-such-menu-item', 'case-closed', 'case-declined', 'case-withdrawn', 'archived-case'],
  },
};

export const merging: Operation = {
  ...about,
  summary: { en: 'Merge a case into another', zh: '并案' },
  description: {
    en: 'Two reports were one thing: `into` answers for both, by the earlier deadline, and everybody who asked is answered. The same as closing it as a duplicate.',
    zh: '两次反映为同一事项：由 `into` 所指案件一并办理，时限取较早者，并答复全部诉求人。等同于按重复诉求办结。',
  },
  example: { ...example, state: 'closed' },
  refusals: {
    403: ['not-your-case'],
    404: unknown,
    409: [
      'case-closed',
      'case-declined',
      'case-withdrawn',
      'archived-case',
      'duplicate-of-archived',
      'duplicate-of-itself',
      'duplicate-of-closed',
      'duplicate-of-duplicate',
      'duplicate-under-way',
    ],
  },
};

export const unmerging: Operation = {
  ...about,
  summary: { en: 'Undo a merge', zh: '撤销并案' },
  description: {
    en: 'Two that were merged are two things after all: the one that was merged goes on by itself, with the deadlines that it always had.',
    zh: '已并案的两件并非同一事项：被并入的案件恢复单独办理，时限不变。',
  },
  refusals: { 403: ['not-your-case'], 404: unknown, 409: ['not-merged'] },
};

export const adding: Operation = {
  ...about,
  summary: { en: 'Add to a case', zh: '补充材料' },
  description: {
    en: 'Adds words, photos, or both while an answer is owed. What a resident adds they see again; what staff add is a note for staff. Photos are sent to `/api/v1/photos` before.',
    zh: '在办期间补充文字或照片。诉求人补充的内容本人可查看；工作人员补充的为内部备注。照片须先提交至 `/api/v1/photos`。',
  },
  refusals: {
    403: ['not-your-case', 'case-is-over'],
    404: [...unknown, 'photo-unknown'],
    409: ['case-closed', 'case-declined', 'case-withdrawn', 'archived-case', 'too-many-additions'],
  },
};

const itemId = '1d0f4e4b-9f0f-8c07-9f55-1f4f1b1f7a10';

const Addition = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(additionKinds),
    cycle: z.int(),
    addedAt: TownTime,
    isForResident: z.boolean(),
    words: z.string().nullable(),
  })
  .meta({ id: 'Addition' });

export const readingAdditions: Operation = {
  tag: casesTag,
  summary: { en: 'Read what was added', zh: '查看补充材料' },
  description: {
    en: 'Everything that was added, the oldest first; a resident sees what is theirs. `words` is `null` for a photo, and for what is erased. Each reading is on record with its purpose (`answering` where none is given).',
    zh: '全部补充材料，最早的在前；诉求人仅见本人补充的内容。照片及已删除内容的 `words` 为 `null`。每次查看均按用途留痕（未注明的为 `answering`）。',
  },
  answer: pageOf(Addition),
  example: {
    items: [
      {
        id: itemId,
        kind: 'words',
        cycle: 1,
        addedAt: '2026-03-03T09:00:00.000+08:00',
        isForResident: true,
        words: 'It is the bin beside the bus stop.',
      },
    ],
    next: null,
  },
  refusals: { 403: ['not-your-case', 'case-is-over', 'no-grant'], 404: unknown },
};

export const keepingPhoto: Operation = {
  tag: casesTag,
  summary: { en: 'Send a photo', zh: '提交照片' },
  description: {
    en: 'Takes a JPEG, PNG or WebP of at most 8 MiB, writes it anew as a JPEG without location, time or any other metadata, and keeps it in the vault. Its id is named when something is added to a case, reported or finished; what nothing refers to is removed after a day. Staff name the case; a resident may leave it out.',
    zh: '接收不超过 8 MiB 的 JPEG、PNG 或 WebP 照片，重新编码为 JPEG，去除位置、时间等全部附带信息后存入保险库。补充材料、报告进展或办理完毕时填写其编号；一日内未被引用的予以清除。工作人员须注明案件，诉求人可不填。',
  },
  answer: z
    .strictObject({
      photoId: z.uuid(),
      mediaType: z.literal('image/jpeg'),
      width: z.int(),
      height: z.int(),
      bytes: z.int(),
    })
    .meta({ id: 'Photo' }),
  example: { photoId: itemId, mediaType: 'image/jpeg', width: 1920, height: 1440, bytes: 412_345 },
  refusals: {
    400: ['not-a-photo', 'photo-needs-case'],
    403: ['not-your-case', 'case-is-over'],
    404: unknown,
  },
};

export const readingPhoto: Operation = {
  tag: casesTag,
  summary: { en: 'See a photo', zh: '查看照片' },
  description: {
    en: 'A photo of this case as a JPEG. A resident sees their own. Each reading is on record with its purpose (`answering` where none is given).',
    zh: '以 JPEG 返回该案件的照片；诉求人仅可查看本人的照片。每次查看均按用途留痕（未注明的为 `answering`）。',
  },
  answer: z.string().meta({ format: 'binary' }),
  example: '…',
  media: 'image/jpeg',
  refusals: { 403: ['not-your-case', 'case-is-over', 'no-grant'], 404: [...unknown, 'photo-unknown'] },
};
