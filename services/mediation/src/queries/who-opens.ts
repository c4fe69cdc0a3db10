/** Whether a resident opens a dispute of their own. */
import { Rejection } from '@mulin/kernel';

const notAParty = () =>
  new Rejection('not-a-party', {
    en: 'Whoever opens a dispute of their own is one of its parties: name yourself once.',
    zh: '当事人自行申请调解的，须将本人列为其中一方。',
  });
const caseByStaff = () =>
  new Rejection('case-by-staff', {
    en: 'Which case a dispute comes from is noted by whoever handles that case.',
    zh: '来源案件由经办人员登记。',
  });

type Opening = Readonly<{
  parties: readonly Readonly<{ isMyself?: boolean | undefined }>[];
  fromCase?: unknown;
}>;

/**
 * A resident opens a dispute of their own, in which they are one party, and names no case of somebody else. Refused:
 * `not-a-party`, `case-by-staff`.
 */
export const refuseOfOthers = ({ parties, fromCase }: Opening): void => {
  if (parties.filter(({ isMyself }) => isMyself === true).length !== 1) throw notAParty();
  if (fromCase !== undefined) throw caseByStaff();
};
