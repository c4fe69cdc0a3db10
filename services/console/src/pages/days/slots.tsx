/** The slots of a day as buttons; one that is full or over says so. */
import { UnstyledButton } from '@mantine/core';
import { type Day, isOver } from './read';
import { useTexts } from './texts';

type Slot = Day['slots'][number];

/** `2026-05-06T09:00:00+08:00` has the town's own hour in it. */
const timeOf = (at: string): string => at.slice(11, 16);

export const Slots = ({
  slots,
  choose,
}: Readonly<{ slots: readonly Slot[]; choose: (slot: Slot) => void }>) => {
  const say = useTexts();
  const standing = (slot: Slot): string => {
    if (isOver(slot)) return say('over');
    return slot.free > 0 ? say('free', { count: slot.free }) : say('full');
  };
  return (
    <ul className="plain slots">
      {slots.map((slot) => (
        <li key={slot.slot}>
          <UnstyledButton
            className="slot"
            disabled={slot.free <= 0 || isOver(slot)}
            onClick={() => choose(slot)}
          >
            <strong className="number">
              {timeOf(slot.from)}–{timeOf(slot.until)}
            </strong>
            <span>{standing(slot)}</span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
};
