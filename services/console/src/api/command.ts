/** Commands: sent once however often they are tried, and what was refused is said in the town's words. */
import { useRef } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { NotReached, Refused } from './client';
import { leavesOpen } from './leaves-open';
import { newKey } from './keys';

type Header = Readonly<{ 'idempotency-key': string }>;

/** `send` is given what was entered, and the header that makes a second sending harmless. */
export type Sending<Input, Answer> = (input: Input, header: Header) => Promise<{ data?: Answer }>;

/** Tried again by itself where nothing was answered; under the same name, so that it is done once. */
const attempts = 3;

/**
 * A command of this page. Its name stays the same until an answer came: whoever presses again after a lost line does
 * nothing twice. Afterwards everything that is shown is read anew.
 */
export const useCommand = <Input, Answer>(
  send: Sending<Input, Answer>,
  after: Readonly<{ done?: (answer: Answer, input: Input) => void }> = {},
) => {
  const key = useRef(newKey());
  const queries = useQueryClient();
  return useMutation<Answer, Error, Input>({
    mutationFn: async (input) => {
      const { data } = await send(input, { 'idempotency-key': key.current });
      return data as Answer; // a refusal is thrown by the client
    },
    retry: (failures, error) => error instanceof NotReached && failures < attempts,
    onError: (error) => {
      if (error instanceof Refused && !leavesOpen(error)) key.current = newKey();
    },
    onSuccess: async (answer, input) => {
      key.current = newKey();
      await queries.invalidateQueries();
      after.done?.(answer, input);
    },
  });
};
