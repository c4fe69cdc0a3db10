/** One of a few reasons, each large enough for a thumb, and one button. */
import { Button, Radio, Stack, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useDeedTexts } from './deed-texts';

type Code = Parameters<ReturnType<typeof useDeedTexts>>[0];

type Props<Reason extends Code> = Readonly<{
  label: string;
  reasons: readonly Reason[];
  hint: string;
  button: string;
  isDanger?: boolean;
  /** Whatever else is needed is there. */
  isReady?: boolean;
  send: (reason: Reason) => void;
  /** Between the reasons and the button. */
  children?: ReactNode;
}>;

export const Reasons = <Reason extends Code>(props: Props<Reason>) => {
  const { label, reasons, hint, button, isDanger = false, isReady = true, send, children } = props;
  const deeds = useDeedTexts();
  const [chosen, setChosen] = useState<Reason | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen !== null) send(chosen);
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Radio.Group
          label={label}
          value={chosen}
          onChange={(value) => setChosen(reasons.find((it) => it === value) ?? null)}
          required
        >
          <Stack gap={4} mt={4}>
            {reasons.map((reason) => (
              <Radio
                key={reason}
                value={reason}
                label={deeds(reason)}
                size="md"
                classNames={{ body: 'choice' }}
              />
            ))}
          </Stack>
        </Radio.Group>
        {children}
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
        <Button
          type="submit"
          size="lg"
          disabled={chosen === null || !isReady}
          {...(isDanger ? { color: 'red.9' } : {})}
        >
          {button}
        </Button>
      </Stack>
    </form>
  );
};
