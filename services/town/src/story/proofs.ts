/** What must be so at the end of the story, whatever was read on the way. */
import type { LocalizedText } from '@mulin/kernel';
import type { Clock, History } from './play.js';

/** What somebody said of a cycle. */
export type Rating = Readonly<{
  cycle: number;
  response: string;
  resolution: string;
  satisfaction: string;
}>;

/** What is left when everything has been done. */
export type Ending = Readonly<{
  history: History;
  /** In the order of their cycles. */
  ratings: readonly Rating[];
  /** How many messages no service could handle. */
  deadLetters: number;
  /** How the quarrel beside the demand ended; `null`: there was none. */
  quarrel: string | null;
  /** How many escalations of it still wait for somebody. */
  waiting: number;
}>;

type Proof = Readonly<{ isSo: (ending: Ending) => boolean; otherwise: LocalizedText }>;

const verdictsOf = ({ history }: Ending, name: string, cycle: number): readonly (string | null)[] =>
  history.clocks
    .filter((clock: Clock) => clock.name === `${name}/${cycle}` || clock.name.startsWith(`${name}/${cycle}/`))
    .map(({ verdict }) => verdict);

const has = (name: string, cycle: number, verdict: string) => (ending: Ending) =>
  verdictsOf(ending, name, cycle).includes(verdict);

const proofs: readonly Proof[] = [
  {
    isSo: ({ history }) => history.state === 'closed',
    otherwise: { en: 'The case is not closed.', zh: '案件没有办结。' },
  },
  {
    isSo: ({ history }) => history.clocks.every(({ state }) => state !== 'running'),
    otherwise: { en: 'A clock still runs, although the case is over.', zh: '案件已结束，仍有时限在计时。' },
  },
  {
    isSo: has('take', 1, 'breached'),
    otherwise: { en: 'That nobody took it in time has no verdict.', zh: '未按时接单没有判为超期。' },
  },
  {
    isSo: has('acknowledge', 1, 'met'),
    otherwise: {
      en: 'The answer of the secretary has not met her clock.',
      zh: '书记已签收，签收时限没有判为按期。',
    },
  },
  {
    isSo: has('heartbeat', 1, 'breached'),
    otherwise: { en: 'The report that was missed has no verdict.', zh: '缺少定期反馈没有判为超期。' },
  },
  {
    isSo: has('help', 1, 'met'),
    otherwise: { en: 'The helper was not in time.', zh: '协办没有判为按期。' },
  },
  {
    isSo: (ending) => verdictsOf(ending, 'verify', 1).filter((it) => it === 'met').length === 2,
    otherwise: { en: 'The work was not checked twice in time.', zh: '两次核查没有都判为按期。' },
  },
  ...[1, 2].map((cycle): Proof => ({
    isSo: (ending) => has('contact', cycle, 'met')(ending) && has('call-back', cycle, 'met')(ending),
    otherwise: {
      en: `Contact or call-back of cycle ${cycle} was not in time.`,
      zh: `第 ${cycle} 轮的联系或回访没有判为按期。`,
    },
  })),
  {
    isSo: has('complete', 2, 'met'),
    otherwise: { en: 'The second cycle was not completed in time.', zh: '第二轮没有按期办结。' },
  },
  {
    isSo: ({ ratings }) =>
      ratings.map(({ cycle, resolution }) => `${cycle} ${resolution}`).join() === '1 not-solved,2 solved',
    otherwise: { en: 'The ratings are not those that were given.', zh: '评价与居民所评不一致。' },
  },
  {
    isSo: ({ quarrel }) => quarrel === null || quarrel === 'agreed-and-performed',
    otherwise: {
      en: 'The quarrel did not end in an agreement that is performed.',
      zh: '纠纷没有以履行协议结束。',
    },
  },
  {
    isSo: ({ deadLetters }) => deadLetters === 0,
    otherwise: { en: 'Some messages could not be handled.', zh: '有无法处理的消息。' },
  },
  {
    isSo: ({ waiting }) => waiting === 0,
    otherwise: { en: 'Escalations of a closed case still wait.', zh: '案件已办结，仍有升级事项在等待处理。' },
  },
];

/** What is not as it must be; nothing: the story is a proof. */
export const faultsOf = (ending: Ending): readonly LocalizedText[] =>
  proofs.flatMap(({ isSo, otherwise }) => (isSo(ending) ? [] : [otherwise]));
