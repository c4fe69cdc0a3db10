/** How the console speaks with the town: typed by the description of the API, and by nothing else. */
import createClient, { type Middleware } from 'openapi-fetch';
import { languageNow } from '../app/language';
import { answerAhead, forgetAhead } from './ahead';
import { compareClock } from './clock';
import type { WhyOut } from './last-session';
import { asksByItself } from './presence';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

/** A refusal of the API, with its stable code and its sentence in the reader's language. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    sentence: string,
    readonly retryAfterSeconds: number | null,
  ) {
    super(sentence);
  }
}

/** The request never came to an answer: no network, or the town is away. Whether it was done is not known. */
export class NotReached extends Error {}

const refusalOf = async (answer: Response): Promise<Refused> => {
  const told = (await answer.json().catch(() => ({}))) as Partial<Schemas['Problem']>;
  const wait = Number(answer.headers.get('retry-after'));
  return new Refused(
    answer.status,
    told.code ?? `http-${answer.status}`,
    told.detail ?? told.title ?? answer.statusText,
    Number.isFinite(wait) && wait > 0 ? wait : null,
  );
};

const keptPosition = 'mulin-position';

/** Where our last command stands in the town's history, so that what we read next shows it. */
let position: string | null = null;

const ends: Readonly<Record<string, WhyOut | null>> = {
  'not-signed-in': null,
  'session-account-disabled': 'session-account-disabled',
  'session-account-changed': 'session-account-changed',
} satisfies Record<WhyOut | 'not-signed-in', WhyOut | null>;

/** Where an operator has ended the session, what they did; `null`: nothing that the town says. */
export const whyOutOf = ({ code }: Refused): WhyOut | null => ends[code] ?? null;

type Listener = (why: WhyOut | null) => void;
const onSignedOut = new Set<Listener>();

/** Calls whenever the town no longer knows who asks; the returned function ends it. */
export const whenSignedOut = (listener: Listener): (() => void) => {
  onSignedOut.add(listener);
  return () => void onSignedOut.delete(listener);
};

let sitting = 0;

/** Somebody has signed in or out: what was asked before says nothing of whoever sits here now. */
export const beginSitting = (): void => {
  sitting += 1;
  forgetAhead();
};

/** Which sitting it is: another number afterwards says that somebody has signed in or out since. */
export const sittingNumber = (): number => sitting;

/** In which sitting each was asked. */
const askedIn = new WeakMap<Request, number>();

const asTheTownWantsIt: Middleware = {
  onRequest({ request }) {
    askedIn.set(request, sitting);
    request.headers.set('accept-language', languageNow());
    if (request.method === 'GET' && asksByItself()) request.headers.set('mulin-polling', 'true');
    if (request.method === 'GET' && position !== null) request.headers.set('mulin-after', position);
    return request;
  },
  async onResponse({ request, response }) {
    compareClock(response.headers);
    position = response.headers.get(keptPosition) ?? position;
    if (response.ok) return response;
    const refusal = await refusalOf(response);
    // A code that was wrong, or the token of a case that is over, ends no session.
    const isOfSession = Object.hasOwn(ends, refusal.code) && !request.headers.has('authorization');
    if (isOfSession && askedIn.get(request) === sitting)
      for (const listener of onSignedOut) listener(whyOutOf(refusal));
    throw refusal;
  },
  onError() {
    return new NotReached();
  },
};

/** A client of its own session: the cookie of who signed in. */
export const api = createClient<paths>({
  baseUrl: '',
  fetch: (request) => answerAhead(request) ?? fetch(request),
});
api.use(asTheTownWantsIt);

/** A client of one case or dispute: by the token that its code gives. */
export const apiWith = (token: string) => {
  const client = createClient<paths>({ baseUrl: '', headers: { authorization: `Bearer ${token}` } });
  client.use(asTheTownWantsIt);
  return client;
};

/** What an answer holds; the middleware has thrown whatever is none. */
export const answerOf = async <Answer>(asked: Promise<{ data?: Answer }>): Promise<Answer> => {
  const { data } = await asked;
  return data as Answer; // a refusal is thrown by the middleware
};
