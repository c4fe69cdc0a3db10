/** What the routes promise that open, list, read and end disputes. */
import { type Operation, pageOf, TownTime } from '@mulin/service';
import { z } from 'zod';
import { both, changing, Dispute, example, one, summary, Summary, tag, words } from './common-operations.js';

export const opening: Operation = {
  tag,
  ...words(
    both('Open a dispute', '登记纠纷'),
    both(
      'A quarrel of two or more parties comes before the mediation committee, from a case, by somebody who walks in, or by a party. Whoever of the roster has least to do mediates; a file is mediated by the mediator who brings it. `codes`: what a resident who opens their own comes back with; the other parties are given theirs by whoever mediates.',
      '两方以上当事人的纠纷提交人民调解委员会，来源可为案件、上门或当事人申请；按名册和承办数量指派调解员；由调解员从文件导入的，由其本人承办。`codes` 为居民本人申请时返回的本方查询码；其他当事人的查询码由承办调解员交付。',
    ),
  ),
  answer: z
    .strictObject({
      ...Dispute.shape,
      codes: z.array(z.strictObject({ party: z.uuid(), code: z.string() })),
    })
    .meta({ id: 'DisputeOpened' }),
  example: { ...example, codes: [{ party: one, code: '7K2M-9QXD' }] },
  refusals: {
    403: ['not-your-area'],
    409: [
      'not-a-party',
      'case-by-staff',
      'same-party-twice',
      'no-two-sides',
      'phone-not-readable',
      'not-a-mediator',
    ],
  },
};

export const listing: Operation = {
  tag,
  ...words(
    both('List disputes', '纠纷列表'),
    both(
      'Those of one’s area, or that one mediates; the newest last. Nothing that a party said.',
      '本辖区或本人承办的纠纷，按登记时间排列；不含当事人陈述。',
    ),
  ),
  answer: pageOf(Summary),
  example: { items: [summary], next: null },
  refusals: { 400: ['malformed-cursor'] },
};

export const reading: Operation = {
  tag,
  ...words(
    both('Read a dispute', '查看纠纷'),
    both(
      'How it stands: parties by their ids, consent, sessions, terms and deadlines. What was said is in its file.',
      '纠纷进展：当事人（以编号表示）、意愿、调解安排、约定与期限；陈述内容见卷宗。',
    ),
  ),
  answer: Dispute,
  example,
  refusals: { 403: ['not-your-dispute'], 404: ['dispute-unknown'] },
};

export const recolouring = changing(
  words(
    both('Judge the risk anew', '调整风险等级'),
    both(
      'Its deadlines are those of the new colour, from when they began.',
      '各项时限按新的风险等级从起始时间重新计算。',
    ),
  ),
);

export const reportingDanger = changing(
  words(
    both('Report a danger', '上报激化风险'),
    both(
      'It may turn into harm: the community secretary is told at once.',
      '纠纷可能激化，立即告知社区书记。',
    ),
  ),
);
export const acknowledgingDanger = changing(
  words(
    both('Take up a danger', '签收激化风险'),
    both('Whoever leads the area has seen to it.', '辖区负责人已签收处置。'),
  ),
  'danger-unknown',
  'danger-acknowledged',
);
export const ending = changing(
  words(
    both('End a dispute', '终止调解'),
    both(
      'No agreement, one that is not kept, withdrawn, passed on, or joined to another. Parties who did not agree are told what else is open to them.',
      '调解不成、协议未履行、撤回、移送或并案。调解不成的，须告知当事人其他解决途径。',
    ),
  ),
  'other-ways-untold',
  'agreement-in-effect',
  'agreement-not-in-effect',
  'no-agreement-drafted',
  'nothing-breached',
  'joined-to-itself',
  'joined-to-nothing',
);
export const reopening = changing(
  words(both('Reopen a dispute', '重新调解'), both('Everybody is asked anew.', '重新征求各方意愿。')),
  'dispute-not-over',
  'dispute-joined',
  'agreement-in-effect',
);
export const callingBack = changing(
  words(
    both('Record a call-back', '登记回访'),
    both('Whether a party says that it holds.', '登记当事人对协议履行的反馈。'),
  ),
  'no-agreement-drafted',
  'agreement-not-in-effect',
);

export const entering: Operation = {
  tag,
  ...words(
    both('Come to one’s own dispute', '凭查询码访问纠纷'),
    both(
      'A token for one side of this dispute alone, good for an hour, by its number and the party’s code. After ten wrong codes nothing is tried for a while.',
      '凭纠纷编号和本方查询码获取令牌，仅限本方事项，一小时内有效。连续十次错误后须等待一段时间再试。',
    ),
  ),
  answer: z.strictObject({ token: z.string(), expiresAt: TownTime, disputeId: z.uuid(), party: z.uuid() }),
  example: {
    token: 'eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl',
    expiresAt: '2026-03-02T10:00:00.000+08:00',
    disputeId: summary.disputeId,
    party: one,
  },
  refusals: { 401: ['case-code-wrong'], 429: ['case-access-locked'] },
};
