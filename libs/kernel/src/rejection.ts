/** Which kind of "no" it is; the HTTP edge has one status for each. */
export type RejectionKind =
  | 'malformed'
  | 'unsigned'
  | 'forbidden'
  | 'unknown'
  | 'refused'
  | 'stale'
  | 'too-large'
  | 'reused'
  | 'limited';

/** A sentence in the two languages of the town. */
export type LocalizedText = Readonly<{ en: string; zh: string }>;

/** "No", said to a person, with a code that never changes. It is an answer and not a fault: nobody retries it. */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  readonly sentence: LocalizedText;

  constructor(
    readonly code: string,
    sentence: LocalizedText,
    readonly refusal: RejectionKind = 'refused',
    /** Of what is `limited`: whole seconds until it may be asked again. */
    readonly retryAfterSeconds?: number,
  ) {
    super(sentence.en);
    this.sentence = sentence;
  }
}

const notNow: LocalizedText['zh'] = '服务暂时不可用，请稍后再试。';

/** An engine (database, bus, network) cannot be reached: the same may be asked again. Thrown by adapters only. */
export class Unavailable extends Error {
  override readonly name: string = 'Unavailable';
  /** For people; `message` is its English. */
  readonly sentence: LocalizedText;

  /**
   * @param sentence what cannot be reached. A plain text is English: in Chinese it is only said that it is not now.
   * @param options `cause`: what a driver said.
   */
  constructor(sentence: LocalizedText | string, options?: ErrorOptions) {
    super(typeof sentence === 'string' ? sentence : sentence.en, options);
    this.sentence = typeof sentence === 'string' ? { en: sentence, zh: notNow } : sentence;
  }
}

/**
 * Too many wrote to one stream at the same time, for longer than it was tried again: nothing was recorded, and the
 * same may be asked again later. No fault of the caller's, and no sign that what they read was old.
 */
export class Busy extends Unavailable {
  override readonly name: string = 'Busy';
}

/** The `Rejection` `same-id-other-content`: an id that stands for one thing was used for another. `what` names it. */
export const reused = (what: LocalizedText) =>
  new Rejection(
    'same-id-other-content',
    { en: `${what.en} was used before with other content.`, zh: `${what.zh}已用于其他内容。` },
    'reused',
  );

/** For the default branch of a switch that handles every case; the compiler checks that it does. Throws an `Error`. */
export const unreachable = (value: never): never => {
  throw new Error(`no branch for ${JSON.stringify(value)}`);
};
