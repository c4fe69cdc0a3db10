/** Commands: sent once however often they are tried, and what was refused is said in the town's words. */
import { useRef } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { NotReached, Refused } from './client';
import { leavesOpen } from './leaves-open';
import { newKey } from './keys';
import { useSession } from './session';
import { keepDraft, keepKey, keyOf } from './tab';

type Header = Readonly<{ 'idempotency-key': string }>;

/** `send` is given what was entered, and the header that makes a second sending harmless. */
export type Sending<Input, Answer> = (input: Input, header: Header) => Promise<{ data?: Answer }>;

/** Tried again by itself where nothing was answered; under the same name, so that it is done once. */
const attempts = 3;

type After<Input, Answer> = Readonly<{
  /** The name of the draft that is sent: it outlives a reload, and so does an attempt without an answer. */
  name?: string;
  done?: (answer: Answer, input: Input) => void;
}>;

/**
 * A command of this page. Its name stays the same until an answer came: whoever presses again after a lost line does
 * nothing twice. Afterwards everything that is shown is read anew.
 */
export const useCommand = <Input, Answer>(
  send: Sending<Input, Answer>,
  { name, done }: After<Input, Answer> = {},
) => {
  const by = useSession()?.account ?? '';
  const key = useRef<string | null>(null);
  const queries = useQueryClient();
  const answered = () => {
    key.current = newKey();
    if (name !== undefined) keepKey(name, by, null);
  };
  return useMutation<Answer, Error, Input>({
    mutationFn: async (input) => {
      key.current ??= name === undefined ? newKey() : keyOf(name, by);
      if (name !== undefined) keepKey(name, by, key.current);
      const { data } = await send(input, { 'idempotency-key': key.current });
      return data as Answer; // a refusal is thrown by the client
    },
    retry: (failures, error) => error instanceof NotReached && failures < attempts,
    onError: (error) => {
      if (!(error instanceof Refused) || leavesOpen(error)) return;
      answered();
      // What was sent at first is there: it is shown, before anything is sent once more.
      if (error.code === 'same-id-other-content') void queries.invalidateQueries();
    },
    onSuccess: async (answer, input) => {
      answered();
      // The form may be gone by then: what was sent must not be in it when it is opened again.
      if (name !== undefined) keepDraft(name, by, null);
      await queries.invalidateQueries();
      done?.(answer, input);
    },
  });
};
