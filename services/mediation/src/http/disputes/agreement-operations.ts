/** What the routes promise that are about agreements, their performance and the court. */
import { type Operation } from '@mulin/service';
import { both, changing, words } from './common-operations.js';

export const drafting = changing(
  words(
    both('Draft or record an agreement', '拟定或记录协议'),
    both(
      'Who does what by when. A written one has effect when parties and mediator have signed and the committee has sealed it; an oral one is recorded when every party agreed.',
      '写明由谁、做什么、何时完成。书面协议经各方签名、调解员签名并加盖调委会印章后生效；口头协议在各方同意时记录并生效。',
    ),
  ),
  'consent-missing',
  'agreement-in-effect',
  'no-terms',
  'term-without-due',
  'term-due-past',
  'term-to-oneself',
  'not-everybody-agreed',
  'deed-time',
);
export const signing: Operation = {
  ...changing(
    words(
      both('Sign an agreement', '签署协议'),
      both(
        'A party for itself, or as the mediator saw it sign on paper; the mediator; the committee with its seal. The last one gives it effect.',
        '当事人本人签名（或由调解员记录其纸面签名）、调解员签名、调委会盖章；最后一个签署完成时生效。',
      ),
    ),
  ),
  refusals: {
    403: ['not-your-dispute', 'signs-for-another'],
    404: ['dispute-unknown', 'party-unknown'],
    409: [
      'dispute-over',
      'no-agreement-drafted',
      'oral-not-signed',
      'agreement-in-effect',
      'agreement-changed',
      'deed-time',
      'already-signed',
      'no-special-authority',
    ],
  },
};
export const extending = changing(
  words(
    both('Go on for longer', '延长调解期限'),
    both(
      'With the consent of all parties, for at most 30 days from now.',
      '经各方同意，自现在起最多延长 30 日。',
    ),
  ),
  'consent-missing',
  'agreement-in-effect',
  'not-everybody-agreed',
  'extension-too-long',
);
export const performing: Operation = {
  ...changing(
    words(
      both('Record that a term was performed', '登记履行情况'),
      both(
        'By the party to whom it was owed, or the mediator. With the last term the dispute is over.',
        '由权利人或调解员登记；全部约定履行完毕即结案。',
      ),
    ),
  ),
  refusals: {
    403: ['not-your-dispute', 'confirms-own-performance'],
    404: ['dispute-unknown', 'term-unknown'],
    409: [
      'dispute-over',
      'no-agreement-drafted',
      'agreement-not-in-effect',
      'term-performed',
      'performed-before-effect',
    ],
  },
};
export const advising = changing(
  words(
    both('Tell of the court', '告知可向法院起诉'),
    both(
      'A term is overdue, and whoever it was promised to was told that a court may help.',
      '约定超期未履行，已告知权利人可向法院起诉。',
    ),
  ),
  'no-agreement-drafted',
  'agreement-not-in-effect',
  'term-unknown',
  'term-performed',
  'term-not-due',
);
export const seeking = changing(
  words(
    both('Ask for court confirmation', '申请司法确认'),
    both(
      'All parties together, within 30 days of when the agreement had effect.',
      '各方当事人自协议生效之日起 30 日内共同申请。',
    ),
  ),
  'no-agreement-drafted',
  'agreement-not-in-effect',
  'not-confirmable',
  'not-joint',
  'confirmation-window-over',
  'confirmation-sought',
  'deed-time',
);
export const decidingConfirmation = changing(
  words(both('Record what the court said', '登记司法确认结果'), both('Once.', '只登记一次。')),
  'no-agreement-drafted',
  'agreement-not-in-effect',
  'confirmation-not-sought',
);
