/** Why somebody is told no in a dispute. */
import { type LocalizedText, Rejection } from '@mulin/kernel';

const conflict = (code: string, en: string, zh: string) => new Rejection(code, { en, zh });
const forbidden = (code: string, en: string, zh: string) => new Rejection(code, { en, zh }, 'forbidden');

export const unknownDispute = (name: string) =>
  new Rejection(
    'dispute-unknown',
    { en: `No dispute ${name} is known.`, zh: `没有编号为 ${name} 的纠纷。` },
    'unknown',
  );
export const unknownParty = () =>
  new Rejection(
    'party-unknown',
    { en: 'This dispute has no such party.', zh: '该纠纷没有此当事人。' },
    'unknown',
  );
export const unknownSession = () =>
  new Rejection(
    'session-unknown',
    { en: 'This dispute has no such session.', zh: '该纠纷没有此次调解。' },
    'unknown',
  );
export const unknownTerm = () =>
  new Rejection(
    'term-unknown',
    { en: 'The agreement has no such term.', zh: '协议中没有此项约定。' },
    'unknown',
  );
export const unknownDanger = () =>
  new Rejection(
    'danger-unknown',
    { en: 'No such danger was reported.', zh: '没有上报过此项激化风险。' },
    'unknown',
  );

export const notYourDispute = () =>
  forbidden(
    'not-your-dispute',
    'This dispute is open to its parties, its mediator and those who lead the area.',
    '该纠纷仅对当事人、承办调解员和辖区负责人开放。',
  );
export const notYourSide = () =>
  forbidden(
    'not-your-side',
    'What one party said or does is for that party and the mediator alone.',
    '一方当事人的陈述和行为只由其本人和调解员查看、办理。',
  );

export const sameParty = () =>
  conflict(
    'same-party-twice',
    'One person cannot quarrel with themselves: two of the parties are the same person.',
    '同一人不能既是一方又是另一方：有两方当事人为同一人。',
  );
export const noSides = () =>
  conflict(
    'no-two-sides',
    'A dispute has an applicant and a respondent.',
    '纠纷须至少有一名申请人和一名被申请人。',
  );
export const agreementChanged = () =>
  conflict(
    'agreement-changed',
    'The agreement was drafted anew since you read it; please read it again before you sign.',
    '协议已重新拟定，请重新阅读后再签署。',
  );
export const disputeOver = () => conflict('dispute-over', 'This dispute is over.', '该纠纷的调解已结束。');
export const notOver = () =>
  conflict('dispute-not-over', 'This dispute is still before the committee.', '该纠纷仍在调解。');
export const joinedElsewhere = () =>
  conflict(
    'dispute-joined',
    'This dispute was joined to another one; go on there.',
    '该纠纷已并入其他纠纷，请在并入的纠纷中继续办理。',
  );

export const joinedToItself = () =>
  conflict('joined-to-itself', 'A dispute is joined to another one.', '纠纷不能并入其自身。');
export const joinedToNothing = () =>
  conflict(
    'joined-to-nothing',
    'Name the dispute it is joined to, and no other where it is not.',
    '并案须写明并入的纠纷，其他情形不得填写。',
  );

export const mediatorRelated = () =>
  conflict(
    'mediator-related',
    'This mediator is kin to a party, or near to one in another way; choose somebody else.',
    '该调解员与一方当事人有亲属或其他利害关系，请另行指派。',
  );
export const notAMediator = (account: string) =>
  conflict(
    'not-a-mediator',
    `${account} is no mediator on the roster of this area.`,
    `${account} 不在本辖区的调解员名册上。`,
  );
export const mediatorKnown = () =>
  conflict('mediator-has-it', 'This mediator has the dispute already.', '该纠纷已由此调解员承办。');
export const nobodyMediates = () =>
  conflict(
    'no-mediator-free',
    'No mediator on the roster of this area may take the dispute.',
    '本辖区名册上没有可承办该纠纷的调解员。',
  );
export const noMediatorYet = () =>
  conflict('no-mediator-yet', 'Nobody mediates this dispute yet.', '该纠纷尚未指派调解员。');
export const notChallenged = () =>
  conflict('not-challenged', 'No challenge waits for a decision.', '没有待决定的回避申请。');
export const challengeWaits = () =>
  conflict(
    'challenge-waits',
    'A challenge of this mediator waits for the committee already.',
    '对该调解员的回避申请已在等待调委会决定。',
  );

export const consentStated = () =>
  conflict('consent-stated', 'This party has said so already.', '该当事人已表明过意愿。');
export const consentMissing = () =>
  conflict(
    'consent-missing',
    'Mediation needs the consent of every party first; nobody is pressed.',
    '须先取得各方当事人同意；不得强迫调解。',
  );

export const sessionPast = () =>
  conflict('session-past', 'A session is planned for a time to come.', '调解须安排在将来的时间。');
export const sessionBackwards = () =>
  conflict('session-backwards', 'It ends before it begins.', '结束时间不晚于开始时间。');
export const doublyBooked = (what: LocalizedText) =>
  conflict(
    'doubly-booked',
    `At that time ${what.en} is taken by another session.`,
    `该时段${what.zh}已有其他安排。`,
  );
export const unknownHome = (place: string) =>
  conflict('place-unknown', `No place ${place} is known to the town.`, `没有调解场所 ${place}。`);
export const sessionNotPlanned = () =>
  conflict('session-not-planned', 'This session was held or called off already.', '该次调解已举行或已取消。');
export const sessionNotBegun = () =>
  conflict('session-not-begun', 'It has not begun yet.', '该次调解尚未开始。');

export const termWithoutDue = () =>
  conflict(
    'term-without-due',
    'Each term says who does what by when: one has no date.',
    '每项约定须写明由谁、做什么、何时完成：有一项未写期限。',
  );
export const termDuePast = () =>
  conflict('term-due-past', 'A term is due before it is agreed.', '约定的期限早于达成协议的时间。');
export const termToOneself = () =>
  conflict('term-to-oneself', 'A term is owed by one party to another.', '约定应由一方当事人向另一方履行。');
export const noTerms = () =>
  conflict('no-terms', 'An agreement has a term at least.', '协议至少须有一项约定。');
export const agreementInEffect = () =>
  conflict(
    'agreement-in-effect',
    'The agreement has effect already and is not changed any more.',
    '协议已生效，不再更改。',
  );
export const noAgreement = () =>
  conflict('no-agreement-drafted', 'No agreement was drafted.', '尚未拟定协议。');
export const notInEffect = () =>
  conflict('agreement-not-in-effect', 'The agreement has no effect yet.', '协议尚未生效。');
export const notEverybodyAgreed = () =>
  conflict(
    'not-everybody-agreed',
    'An oral agreement is recorded when every party has agreed.',
    '口头协议须各方当事人均同意后方可记录。',
  );
export const oralIsNotSigned = () =>
  conflict(
    'oral-not-signed',
    'An oral agreement is recorded and not signed; draft a written one.',
    '口头协议只作记录，不需签字；如需签字请拟定书面协议。',
  );
export const alreadySigned = () =>
  conflict('already-signed', 'This signature stands there already.', '该签名（印章）已在协议上。');
export const signsForAnother = () =>
  forbidden(
    'signs-for-another',
    'Each signs for themselves; a representative needs a special authority.',
    '各方须本人签名；代理人代签须有特别授权。',
  );
export const noSpecialAuthority = () =>
  conflict(
    'no-special-authority',
    'A representative who signs needs a special authority of the party.',
    '代理人签署协议须有当事人的特别授权。',
  );

export const deedTime = () =>
  conflict(
    'deed-time',
    'This lies before it could have been done, or in the future; please correct the time.',
    '该时间早于可能发生的时间或晚于当前时间，请更正。',
  );
export const alreadyPerformed = () =>
  conflict('term-performed', 'This term was performed already.', '该项约定已履行。');
export const performedBeforeEffect = () =>
  conflict(
    'performed-before-effect',
    'This lies before the agreement had effect, or in the future; please correct the time.',
    '时间早于协议生效或晚于当前时间，请更正。',
  );
export const ownPerformance = () =>
  forbidden(
    'confirms-own-performance',
    'That a term was performed is said by whoever it was owed to, or by the mediator.',
    '履行情况由权利人或调解员确认。',
  );
export const notDueYet = () => conflict('term-not-due', 'This term is not overdue.', '该项约定尚未到期。');
export const nothingBreached = () =>
  conflict(
    'nothing-breached',
    'Every term was performed or is not due yet; tell the parties of the court first where one is not.',
    '没有到期未履行的约定，或尚未告知当事人可向法院起诉。',
  );

export const notConfirmable = () =>
  conflict(
    'not-confirmable',
    'A court confirms no agreement about marriage, adoption or whose child somebody is.',
    '涉及婚姻、收养、亲子等身份关系的协议，法院不予司法确认。',
  );
export const notJoint = () =>
  conflict('not-joint', 'A court is asked by all parties together.', '司法确认须由各方当事人共同申请。');
export const windowOver = () =>
  conflict(
    'confirmation-window-over',
    'The 30 days for court confirmation are over.',
    '申请司法确认的 30 日期限已过。',
  );
export const confirmationSought = () =>
  conflict('confirmation-sought', 'The court was asked already.', '已向法院申请司法确认。');
export const confirmationNotSought = () =>
  conflict('confirmation-not-sought', 'The court was not asked.', '尚未向法院申请司法确认。');

export const otherWaysUntold = () =>
  conflict(
    'other-ways-untold',
    'Parties who do not agree are told what other ways are open to them: name them.',
    '调解不成的，须告知当事人其他解决途径：请写明。',
  );
export const extensionTooLong = () =>
  conflict(
    'extension-too-long',
    'A mediation goes on for at most another 30 days at a time, from now.',
    '每次延长调解期限自现在起最多 30 日。',
  );
export const acknowledgedAlready = () =>
  conflict('danger-acknowledged', 'This was acknowledged already.', '该激化风险已有人签收。');
