/** Giving an order back that was offered: with a reason, before anybody has taken it. */
import { useDo } from '../../offline/use-outbox';
import { Reasons } from '../../parts/reasons';
import { Sheet } from '../../parts/sheet';
import type { WorkItem } from './read';
import { useTexts } from './texts';

export const returnReasons = ['not-my-area', 'not-my-power', 'needs-other-unit', 'place-not-found'] as const;

type Props = Pick<WorkItem, 'order'> & Readonly<{ isOpen: boolean; close: () => void }>;

export const GiveBack = ({ order: { caseId, number }, isOpen, close }: Props) => {
  const say = useTexts();
  const act = useDo();
  return (
    <Sheet title={say('giveBackTitle')} isOpen={isOpen} close={close}>
      <Reasons
        label={say('why')}
        reasons={returnReasons}
        hint={say('giveBackHint')}
        button={say('giveBack')}
        send={(reason) => {
          close();
          void act({ caseId, number, deed: { does: 'return', body: { reason } } });
        }}
      />
    </Sheet>
  );
};
