/** What the first view will ask the town, asked before the view is there. */
import { languageNow } from '../app/language';
import { keptSession } from './last-session';

type Asked = Readonly<{ answer: Promise<Response>; at: number; language: string; whose: string | null }>;

/** Another tab may let somebody else sit here meanwhile. */
const whoseNow = (): string | null => keptSession()?.account ?? null;

const asked = new Map<string, Asked>();

/** Longer ago than the slowest phone takes to draw a view: what was said then is not taken for now. */
const freshMs = 20_000;

export const askAhead = (address: string): void => {
  const language = languageNow();
  const answer = fetch(address, { headers: { 'accept-language': language } });
  // What fails is asked for again by whoever takes it.
  answer.catch(() => undefined);
  asked.set(address, { answer, at: Date.now(), language, whose: whoseNow() });
};

/** The answer that is on its way to such a request already, to whoever asks first; `undefined`: it is to be sent. */
export const answerAhead = (request: Request): Promise<Response> | undefined => {
  const { pathname, search } = new URL(request.url);
  const before = asked.get(pathname + search);
  if (before === undefined || request.method !== 'GET') return undefined;
  asked.delete(pathname + search);
  const isSame =
    before.language === request.headers.get('accept-language') &&
    before.whose === whoseNow() &&
    !request.headers.has('mulin-after');
  if (!isSame || Date.now() - before.at >= freshMs) return undefined;
  const again = () => fetch(request);
  return before.answer.then((it) => (it.status >= 500 ? again() : it), again);
};

/** Somebody else sits here now: what was asked before says nothing to them. */
export const forgetAhead = (): void => asked.clear();
