/** What there is to do now: one large button under the thumb, and beside it what is done less often. */
import { Button, Group, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { Deed } from '../../offline/deeds';
import { helpOf, type Shown, type Turn } from './read';
import type { Open } from './sheets';
import { useTexts } from './texts';

type Props = Readonly<{
  shown: Shown;
  turn: Turn;
  account: string;
  act: (deed: Deed) => Promise<void>;
  open: (sheet: Open) => void;
}>;

const More = ({ order, open }: Pick<Shown, 'order'> & Pick<Props, 'open'>) => {
  const say = useTexts();
  return (
    <Menu position="top-end" width={260}>
      <Menu.Target>
        <Button size="lg" variant="default" aria-label={say('more')} className="thumb-more">
          <IconDots size={22} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => open('contact')}>{say('contact')}</Menu.Item>
        <Menu.Item onClick={() => open('call-in')}>{say('callIn')}</Menu.Item>
        {!order.final && (
          <>
            <Menu.Item onClick={() => open('hand-over')}>{say('handOver')}</Menu.Item>
            <Menu.Item onClick={() => open('return')}>{say('giveBack')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
};

/** Each button keeps its place whatever there is to do next: nobody presses another one than they meant. */
const Mine = ({ shown: { order, standing }, open }: Pick<Props, 'shown' | 'open'>) => {
  const say = useTexts();
  const waitsForHelp = standing.helpers.some(({ state }) => state === 'called' || state === 'joined');
  const next = standing.isContacted ? 'finish' : 'contact';
  return (
    <>
      <Button size="lg" variant="default" className="thumb" onClick={() => open('progress')}>
        {say('progressShort')}
      </Button>
      <Button
        size="lg"
        className="thumb"
        disabled={next === 'finish' && waitsForHelp}
        onClick={() => open(next)}
      >
        {say(next)}
      </Button>
      <More order={order} open={open} />
    </>
  );
};

export const Actions = ({ shown, turn, account, act, open }: Props) => {
  const say = useTexts();
  const help = helpOf(shown.standing, account);
  if (turn === 'nothing') return null;
  return (
    <Group className="thumb-bar" gap="xs" wrap="nowrap">
      {turn === 'offered' && (
        <>
          <Button size="lg" className="thumb" onClick={() => void act({ does: 'take' })}>
            {say('take')}
          </Button>
          {!shown.order.final && (
            <Button size="lg" variant="default" onClick={() => open('return')}>
              {say('giveBack')}
            </Button>
          )}
        </>
      )}
      {turn === 'mine' && <Mine shown={shown} open={open} />}
      {turn === 'called' && help !== undefined && (
        <Button size="lg" className="thumb" onClick={() => void act({ does: 'join', call: help.call })}>
          {say('join')}
        </Button>
      )}
      {turn === 'helping' && help !== undefined && (
        <Button
          size="lg"
          className="thumb"
          onClick={() => void act({ does: 'help-finish', call: help.call })}
        >
          {say('helpFinish')}
        </Button>
      )}
      {turn === 'verify' && (
        <>
          <Button size="lg" variant="default" onClick={() => open('refuse')}>
            {say('refuse')}
          </Button>
          <Button size="lg" className="thumb" onClick={() => open('confirm')}>
            {say('confirm')}
          </Button>
        </>
      )}
    </Group>
  );
};
