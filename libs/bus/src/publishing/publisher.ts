import type { Message, TopicEnds } from '@mulin/kernel';
import { batcher } from '@mulin/postgres';

/** As many as one statement should carry. */
const messagesAtOnce = 1_000;
const bytesAtOnce = 4_000_000;

type Append = (topic: string, messages: readonly Message[]) => Promise<TopicEnds>;
type Piece = Readonly<{ messages: readonly Message[]; bytes: number }>;

const bytesOf = ({ key, value }: Message): number => Buffer.byteLength(key) + Buffer.byteLength(value);

/** What one call says, in pieces that one statement can carry; a message that is larger is a piece of its own. */
const piecesOf = (messages: readonly Message[]): readonly Piece[] => {
  const pieces: Piece[] = [];
  let piece: Message[] = [];
  let bytes = 0;
  for (const message of messages) {
    const its = bytesOf(message);
    if (piece.length > 0 && (piece.length >= messagesAtOnce || bytes + its > bytesAtOnce)) {
      pieces.push({ messages: piece, bytes });
      piece = [];
      bytes = 0;
    }
    piece.push(message);
    bytes += its;
  }
  return piece.length === 0 ? pieces : [...pieces, { messages: piece, bytes }];
};

/**
 * Calls that come while another one is under way go together in the next statement of their topic, in their order.
 * What one call makes fail is that call's alone. A call that fails half-way has said its beginning: whoever says
 * it again says that twice, and in order.
 */
export const publisher = (append: Append): Append => {
  const topics = new Map<string, (piece: Piece) => Promise<TopicEnds>>();

  const ofTopic = (topic: string) => {
    const known = topics.get(topic);
    if (known !== undefined) return known;
    const made = batcher<Piece, TopicEnds>({
      mostItems: messagesAtOnce,
      mostBytes: bytesAtOnce,
      bytesOf: ({ bytes }) => bytes,
      carry: async (pieces) => {
        const messages = pieces.flatMap((piece) => piece.messages);
        const ends = await append(topic, messages);
        return pieces.map(() => ends);
      },
    });
    topics.set(topic, made);
    return made;
  };

  return async (topic, messages) => {
    // The next one only when this one is there: a key keeps its order also where one fails.
    let ends: TopicEnds = [];
    for (const piece of piecesOf(messages)) ends = await ofTopic(topic)(piece);
    return ends;
  };
};
