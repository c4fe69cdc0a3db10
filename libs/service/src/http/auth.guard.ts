/** Who asks, and whether this is theirs to do. */
import {
  type Actor,
  hasRight,
  isBeyondArea,
  isBeyondToken,
  lacksArea,
  liesIn,
  Rejection,
  type Right,
  roleWords,
  type SignIn,
} from '@mulin/kernel';
import { type CanActivate, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Platform } from '../platform/platform.js';
import {
  callerAnew,
  callerOf,
  isCrossSite,
  type Request,
  requestOf,
  sessionSecretOf,
  tokenOf,
} from './request.js';
import { sessionEnded } from './session-ended.js';

const mayKey = 'mulin:may';
const openKey = 'mulin:open';

/**
 * Which right of the table opens this route. A route that names none, and is not `Public`, is closed to everyone. Where
 * the table says more than the role (`held`, `told`), the route asks it of the thing itself.
 */
export const RequiresRight = (right: Right) => SetMetadata(mayKey, right);

/** Marks a route that asks nobody who they are: it shows nothing of anyone. */
export const Public = () => SetMetadata(openKey, true);

/** The right that `RequiresRight` named for a handler; `null`: none. */
export const rightOf = (handler: object): Right | null =>
  (Reflect.getMetadata(mayKey, handler) as Right | undefined) ?? null; // what `RequiresRight` has set

/** Whether `Public` marks a handler. */
export const isOpen = (handler: object): boolean => Reflect.getMetadata(openKey, handler) === true;

const notSignedIn = () =>
  new Rejection('not-signed-in', { en: 'Please sign in.', zh: '请先登录。' }, 'unsigned');

const crossSite = () =>
  new Rejection(
    'cross-site',
    {
      en: 'A page of another site asked for this with your session; nothing was done.',
      zh: '该请求来自其他网站的页面，未予执行。',
    },
    'forbidden',
  );

/** Refuses what a page of another site asks for: a browser sends cookies along without being asked. */
export const refuseCrossSite = (request: Request): void => {
  if (isCrossSite(request)) throw crossSite();
};

const notAllowed = () =>
  new Rejection('not-allowed', { en: 'This is not yours to do.', zh: '您没有此项权限。' }, 'forbidden');

const areaMissing = ({ id, role }: Actor) =>
  new Rejection(
    'area-missing',
    {
      en: `The account ${id} is ${roleWords[role].en} of no area: ask the operator for a token of yours.`,
      zh: `账号 ${id} 未指定辖区，请向管理员申请本辖区的令牌。`,
    },
    'forbidden',
  );

const notYourArea = () =>
  new Rejection(
    'not-your-area',
    { en: 'This lies outside your area.', zh: '此事不在您的辖区内。' },
    'forbidden',
  );

/**
 * The one who asks, from a verified token and from nothing else.
 *
 * @throws `Rejection` `not-signed-in` on a route that is open.
 */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = requestOf(context);
  if (actor === undefined) throw notSignedIn();
  return actor;
});

/** Who asks, looked up again: `null` once the token or the session is over, or the account disabled. */
export type CallerNow = () => Promise<Actor | null>;

/**
 * Looks up again who asks, for what goes on after the request was let in.
 *
 * @throws `Rejection` `not-signed-in` on a route that is open.
 */
export const CallerNow = createParamDecorator((_: unknown, context: ExecutionContext): CallerNow => {
  const { callerNow } = requestOf(context);
  if (callerNow === undefined) throw notSignedIn();
  return callerNow;
});

/**
 * Refuses what lies outside the actor's own area.
 *
 * @param area a path of areas, such as `town/community/grid`.
 * @throws `Rejection` `not-your-area`.
 */
export const assertWithinArea = (actor: Actor, area: string): void => {
  if (!liesIn(area, actor.area)) throw notYourArea();
};

/** Who has the right at all; of which thing, the route asks. */
const hasRightHere = (right: Right | null, actor: Actor): right is Right =>
  right !== null && hasRight(right, actor) && !isBeyondToken(right, actor);

type Parts = Pick<Platform, 'identity' | 'signIn' | 'town' | 'requestHash' | 'pseudonyms'>;

/** Whoever had the session that was ended is told why; anybody else learns nothing of any account. */
const refusalOfNobody = async (signIn: Pick<SignIn, 'endOf'>, request: Request): Promise<Rejection> => {
  const secret = tokenOf(request) === undefined ? sessionSecretOf(request) : undefined;
  const end = secret === undefined ? null : await signIn.endOf(secret);
  return end === null ? notSignedIn() : sessionEnded[end]();
};

/**
 * Whoever asks, where this right is theirs: by a token (`Authorization: Bearer`) or the cookie of a session, and within
 * the area that the right wants.
 *
 * @throws `Rejection`: `not-signed-in`, `session-account-disabled`, `session-account-changed` (401), `cross-site`, `not-allowed`, `area-missing` or `not-your-area` (403);
 *   `Unavailable` where accounts or sessions cannot be looked up.
 */
export const callerWithRight = async (
  { identity, signIn }: Pick<Platform, 'identity' | 'signIn'>,
  right: Right | null,
  request: Request,
): Promise<Actor> => {
  const actor = await callerOf({ identity, signIn }, request);
  if (actor === null) throw await refusalOfNobody(signIn, request);
  if (tokenOf(request) === undefined) refuseCrossSite(request);
  if (!hasRightHere(right, actor)) throw notAllowed();
  if (lacksArea(actor)) throw areaMissing(actor);
  if (isBeyondArea(right, actor)) throw notYourArea();
  return actor;
};

/**
 * The guard of all routes. Open ones it lets pass; of any other it asks for the right that the route names
 * (`callerWithRight`, which also says what is thrown). It puts actor, town and hash on the request.
 */
export const signedIn = ({ identity, signIn, town, requestHash, pseudonyms }: Parts): CanActivate => ({
  canActivate: async (context) => {
    const handler = context.getHandler();
    if (isOpen(handler)) return true;

    const request = requestOf(context);
    request.actor = await callerWithRight({ identity, signIn }, rightOf(handler), request);
    request.callerNow = () => callerAnew({ identity, signIn }, request);
    request.town = town;
    request.hash = requestHash.of;
    request.pseudonyms = pseudonyms;
    return true;
  },
});
