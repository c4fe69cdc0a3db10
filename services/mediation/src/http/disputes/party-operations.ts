/** What the routes promise that are about parties, and about who mediates. */
import type { Operation } from '@mulin/service';
import { z } from 'zod';
import { both, changing, tag, words } from './common-operations.js';

export const joining = changing(
  words(
    both('Add a party', '追加当事人'),
    both('Somebody else is a party to the quarrel, and is asked as well.', '追加一方当事人，并征求其意愿。'),
  ),
  'same-party-twice',
  'agreement-in-effect',
  'phone-not-readable',
);
export const representing = changing(
  words(
    both('Name a representative', '登记代理人'),
    both(
      'Somebody stands in for a party. Only with a special authority may they sign for it.',
      '登记一方当事人的代理人；有特别授权的方可代签协议。',
    ),
  ),
);
export const relating = changing(
  words(
    both('Say that a mediator is near to a party', '申报利害关系'),
    both(
      'Whoever is kin to a party, or near to one in another way, is not given the dispute.',
      '与一方当事人有亲属或其他利害关系的人员不得承办。',
    ),
  ),
);
export const consenting = changing(
  words(
    both('State consent', '表明调解意愿'),
    both(
      'A party says whether they want mediation; the mediator may take it down for them. Whoever refuses ends it, and nothing follows from that for them.',
      '当事人表明是否同意调解，可由调解员代记。不同意的，调解终止，不产生任何不利后果。',
    ),
  ),
  'no-mediator-yet',
  'consent-stated',
  'agreement-in-effect',
);
export const stating = changing(
  words(
    both('Make a statement', '提交陈述'),
    both(
      'What a party says of the quarrel: for the mediator alone, or for all parties.',
      '当事人陈述：仅供调解员查看，或供各方查看。',
    ),
  ),
);
export const caucusing = changing(
  words(
    both('Note what a party said alone', '记录单方谈话'),
    both(
      'What a party tells the mediator alone. Nobody but this mediator ever reads it.',
      '当事人单独告知调解员的内容，除该调解员外任何人不得查看。',
    ),
  ),
  'no-mediator-yet',
);

export const assigning = changing(
  words(
    both('Assign a mediator', '指派调解员'),
    both(
      'The committee names somebody of the roster, or leaves it to who has least to do.',
      '由调委会从名册中指定，或按承办数量自动指派。',
    ),
  ),
  'mediator-related',
  'mediator-has-it',
  'not-a-mediator',
  'no-mediator-free',
);
export const challenging = changing(
  words(
    both('Challenge the mediator', '申请调解员回避'),
    both(
      'A party does not want this mediator; the committee decides.',
      '当事人申请调解员回避，由调委会决定。',
    ),
  ),
  'no-mediator-yet',
  'challenge-waits',
);
export const decidingChallenge = changing(
  words(
    both('Decide a challenge', '决定回避申请'),
    both('Upheld, somebody else mediates from now on.', '同意回避的，改由其他调解员承办。'),
  ),
  'not-challenged',
  'mediator-has-it',
  'no-mediator-free',
  'mediator-related',
  'not-a-mediator',
);

const RosteredMediator = z
  .strictObject({
    mediator: z.string(),
    name: z.string().nullable(),
    /** Disputes that go on. */
    load: z.int(),
    /** Near to a party of this dispute: they are not given it. */
    isRelated: z.boolean(),
  })
  .meta({ id: 'RosteredMediator' });

export const listingMediators: Operation = {
  tag,
  ...words(
    both('List who may mediate a dispute', '可承办的调解员'),
    both(
      'The roster of its area: how many disputes each has, and who is near to a party.',
      '本辖区调解员名册：各人承办的纠纷数，以及与当事人有无利害关系。',
    ),
  ),
  answer: z.strictObject({ items: z.array(RosteredMediator) }),
  example: { items: [{ mediator: 'mediator@mu', name: '唐静', load: 3, isRelated: false }] },
  refusals: { 403: ['not-your-dispute'], 404: ['dispute-unknown'] },
};
