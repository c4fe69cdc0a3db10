/** Several messages of one partition in one row, as long as that is no more than is good to have at once. */
import type { Message } from '@mulin/kernel';

/** A control character, which JSON escapes: no event holds it. What does hold it gets a row of its own. */
const separator = '\u001e';

/** More would have to be read where only the last one is wanted. */
export const mostInBatch = 64;
export const mostCharacters = 64_000;

/** Messages that follow on each other; of a batch of one, key and value are its own. */
export type Batch = Readonly<{ count: number; key: string; value: string }>;

const isJoinable = ({ key, value }: Message): boolean =>
  !key.includes(separator) && !value.includes(separator);

const joined = (messages: readonly Message[]): Batch => ({
  count: messages.length,
  key: messages.map(({ key }) => key).join(separator),
  value: messages.map(({ value }) => value).join(separator),
});

/** The same messages in the same order. */
export const batchesOf = (messages: readonly Message[]): readonly Batch[] => {
  const batches: Batch[] = [];
  let open: Message[] = [];
  let characters = 0;
  const close = () => {
    if (open.length > 0) batches.push(joined(open));
    open = [];
    characters = 0;
  };
  for (const message of messages) {
    const its = message.key.length + message.value.length;
    const isFull = open.length === mostInBatch || characters + its > mostCharacters;
    if (isFull || !isJoinable(message)) close();
    open.push(message);
    characters += its;
    if (!isJoinable(message)) close();
  }
  close();
  return batches;
};

/** What `batchesOf` was given. */
export const messagesIn = ({ count, key, value }: Batch): readonly Message[] => {
  if (count === 1) return [{ key, value }];
  const values = value.split(separator);
  return key.split(separator).map((name, place) => ({ key: name, value: values[place] ?? '' }));
};
