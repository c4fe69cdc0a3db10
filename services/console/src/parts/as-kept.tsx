/** Says that what is shown is not as it is now, and how old it is. */
import { Text } from '@mantine/core';
import { textsOf } from '../app/texts';
import { useTimeOfDay } from './time-of-day';

const useTexts = textsOf('as-kept', {
  en: { asOf: 'As it was at {{at}}: the town is not reached now.' },
  zh: { asOf: '显示的是 {{at}} 的内容：当前连不上服务器。' },
});

export const AsKept = ({ at }: Readonly<{ at: number | null }>) => {
  const say = useTexts();
  const timeOfDay = useTimeOfDay();
  return at === null ? null : (
    <Text role="status" size="sm" c="dimmed" mb="sm">
      {say('asOf', { at: timeOfDay(at) })}
    </Text>
  );
};
