/** Why something was refused, in the town's own sentence, with its code for whoever is asked for help. */
import { Alert, Text } from '@mantine/core';
import { NotReached, Refused } from '../api/client';
import { useShellTexts } from '../app/shell-texts';

/** The name of a command stands for what was sent first. */
const arrived = 'same-id-other-content';

export const Refusal = ({ error }: Readonly<{ error: Error | null }>) => {
  const say = useShellTexts();
  if (error === null) return null;
  if (error instanceof Refused)
    return (
      <Alert color="red" role="alert" variant="light">
        <Text className="told">{error.code === arrived ? say('arrivedBefore') : error.message}</Text>
        {error.retryAfterSeconds !== null && (
          <Text>{say('waitSeconds', { seconds: error.retryAfterSeconds })}</Text>
        )}
        <Text size="xs" c="dimmed">
          {say('refusedCode', { code: error.code })}
        </Text>
      </Alert>
    );
  return (
    <Alert color="red" role="alert" variant="light">
      {error instanceof NotReached ? say('notReached') : error.message}
    </Alert>
  );
};
