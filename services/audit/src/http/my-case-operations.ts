/** What the route promises by which a resident sees how their own case stands. */
import { additionKinds } from '@mulin/contracts';
import { type Operation, TownTime } from '@mulin/service';
import { z } from 'zod';
import { at, caseId, cases, CaseState, due } from './case-operations.js';

const Answer = z.strictObject({ at: TownTime, text: z.string() });
const OwnAddition = z.strictObject({
  id: z.uuid(),
  kind: z.enum(additionKinds),
  addedAt: TownTime,
  words: z.string().nullable(),
});

const MyCase = z
  .strictObject({
    caseId: z.uuid(),
    number: z.string().nullable(),
    state: CaseState,
    stateText: z.string(),
    /** Another case answers for it, too; where that one stands is shown. */
    isAnsweredTogether: z.boolean(),
    menuItem: z.string().nullable(),
    reportedAt: TownTime.nullable(),
    /** The duty of whoever has it; never who that is. */
    holder: z.string().nullable(),
    promisedUntil: TownTime.nullable(),
    answers: z.array(Answer),
    words: z.string().nullable(),
    additions: z.array(OwnAddition),
    letter: z.strictObject({ en: z.string(), zh: z.string() }).nullable(),
  })
  .meta({ id: 'MyCase' });

export const readingMyCase: Operation = {
  tag: cases,
  summary: { en: 'See one’s own case', zh: '查看本人案件' },
  description: {
    en: 'For whoever asked, with an account and `caseId` or with the token that the code of the case gives: where it is in plain words, which duty has it, by when it is promised, what was answered, and what they said and added. Nobody else’s words, and no people. `words` is `null` where it was erased.',
    zh: '供诉求人查看：使用账号并注明 `caseId`，或使用凭查询码取得的令牌。显示办理情况、承办人职务、承诺期限、答复内容以及本人反映和补充的内容；不显示他人的内容与承办人姓名。已删除的 `words` 为 `null`。',
  },
  answer: MyCase,
  example: {
    caseId,
    number: 'mu-2026-000417',
    state: 'taken',
    stateText: 'Somebody sees to it.',
    isAnsweredTogether: false,
    menuItem: 'Sanitation',
    reportedAt: at,
    holder: 'the grid member of River Head 1-A',
    promisedUntil: due,
    answers: [],
    words: 'The bin by the east gate has not been emptied for a week.',
    additions: [],
    letter: null,
  },
  refusals: { 400: ['case-missing'], 403: ['not-your-case', 'no-grant'], 404: ['case-unknown'] },
};
