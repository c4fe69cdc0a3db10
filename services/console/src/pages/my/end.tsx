/** What ends a case or begins it anew, said in a sentence before it is done. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { answerOf } from '../../api/client';
import { type Sending, useCommand } from '../../api/command';
import { Refusal } from '../../parts/refusal';
import { Dialog } from '../../resident/dialog';
import { inOwnCase } from '../../resident/own-case';
import { useTexts } from './texts';

type Props = Readonly<{ number: string }>;
type Asking = Readonly<{
  button: string;
  sentence: string;
  yes: string;
  color: string;
  send: Sending<void, unknown>;
}>;

const Confirmed = ({ button, sentence, yes, color, send }: Asking) => {
  const say = useTexts();
  const [isOpen, setOpen] = useState(false);
  const command = useCommand<void, unknown>(send, { done: () => setOpen(false) });
  return (
    <div className="no-print">
      <Button variant="default" size="md" onClick={() => setOpen(true)}>
        {button}
      </Button>
      <Dialog isOpen={isOpen} close={() => setOpen(false)} title={button}>
        <Stack>
          <Text>{sentence}</Text>
          <Refusal error={command.error} />
          <Group grow>
            <Button size="md" variant="default" onClick={() => setOpen(false)}>
              {say('no')}
            </Button>
            <Button size="md" color={color} loading={command.isPending} onClick={() => command.mutate()}>
              {yes}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </div>
  );
};

export const Withdraw = ({ number }: Props) => {
  const say = useTexts();
  const send: Asking['send'] = (_, header) =>
    inOwnCase(number, async ({ client, caseId }) => ({
      data: await answerOf(
        client.POST('/api/v1/cases/{caseId}/withdraw', { params: { path: { caseId }, header }, body: {} }),
      ),
    }));
  const words = { button: say('withdraw'), sentence: say('withdrawAsk'), yes: say('withdrawYes') };
  return <Confirmed {...words} color="red.9" send={send} />;
};

export const AskAgain = ({ number }: Props) => {
  const say = useTexts();
  const send: Asking['send'] = (_, header) =>
    inOwnCase(number, async ({ client, caseId }) => ({
      data: await answerOf(
        client.POST('/api/v1/cases/{caseId}/reopen', { params: { path: { caseId }, header }, body: {} }),
      ),
    }));
  const words = { button: say('reopen'), sentence: say('reopenAsk'), yes: say('reopenYes') };
  return <Confirmed {...words} color="town" send={send} />;
};
