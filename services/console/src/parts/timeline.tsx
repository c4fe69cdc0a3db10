/** What happened, in order, in sentences of the town; who did it, where the sentence does not say it. */
import { Text, Timeline as Line } from '@mantine/core';
import type { Schemas } from '../api/client';
import { Moment } from './time';

type Entry = Schemas['TimelineEntry'];

export const Timeline = ({ entries }: Readonly<{ entries: readonly Entry[] }>) => (
  <Line bulletSize={12} lineWidth={2}>
    {entries.map(({ at, isDay, actorName, text, recordedAt, type }, nth) => (
      <Line.Item key={`${recordedAt}-${type}-${nth}`} title={<Text className="told">{text}</Text>}>
        <Text size="sm" c="dimmed">
          <Moment at={at} isDay={isDay === true} />
          {!text.includes(actorName) && ` · ${actorName}`}
        </Text>
      </Line.Item>
    ))}
  </Line>
);
