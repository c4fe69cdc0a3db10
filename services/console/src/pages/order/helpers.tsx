/** Who was called in, how far they are, and that one need not wait for somebody who has not come. */
import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Deed } from '../../offline/deeds';
import { useDeedTexts } from '../../parts/deed-texts';
import { Sheet } from '../../parts/sheet';
import { useUnitName } from '../../parts/unit-choice';
import type { Shown, Turn } from './read';
import { useTexts } from './texts';

const colours = { called: 'yellow', joined: 'blue', finished: 'town', released: 'gray' } as const;

type Props = Readonly<{ shown: Shown; turn: Turn; act: (deed: Deed) => Promise<void> }>;

export const Helpers = ({ shown: { standing }, turn, act }: Props) => {
  const say = useTexts();
  const deeds = useDeedTexts();
  const nameOf = useUnitName();
  const [leaving, setLeaving] = useState<number | null>(null);
  if (standing.helpers.length === 0) return null;
  const left = standing.helpers.find(({ call }) => call === leaving);
  return (
    <Card withBorder component="section" aria-labelledby="helpers">
      <Title order={2} size="h4" mb="xs" id="helpers">
        {say('helpers')}
      </Title>
      <Stack component="ul" className="plain" gap="xs">
        {standing.helpers.map(({ call, unit = '', state }) => (
          <Group key={call} component="li" justify="space-between">
            <Text>{nameOf(unit)}</Text>
            <Group gap="xs">
              <Badge variant="light" color={colours[state]} tt="none" size="lg">
                {deeds(state)}
              </Badge>
              {turn === 'mine' && state === 'called' && (
                <Button variant="default" onClick={() => setLeaving(call)}>
                  {say('release')}
                </Button>
              )}
            </Group>
          </Group>
        ))}
      </Stack>
      <Sheet title={say('release')} isOpen={left !== undefined} close={() => setLeaving(null)}>
        <Stack>
          <Text>{say('releaseSure', { unit: nameOf(left?.unit ?? '') })}</Text>
          <Button
            size="lg"
            onClick={() => {
              setLeaving(null);
              if (left !== undefined) void act({ does: 'release', call: left.call });
            }}
          >
            {say('release')}
          </Button>
        </Stack>
      </Sheet>
    </Card>
  );
};
