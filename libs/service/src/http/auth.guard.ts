/** Who asks, and whether this is theirs to do. */
import { type Actor, hasRight, isBeyondArea, lacksArea, liesIn, Rejection, type Right } from '@mulin/kernel';
import { type CanActivate, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Platform } from '../platform/platform.js';
import { callerOf, requestOf } from './request.js';

const mayKey = 'mulin:may';
const openKey = 'mulin:open';

/**
 * Which right of the table opens this route. A route that names none, and is not `Open`, is closed to everyone. Where
 * the table says more than the role (`held`, `told`), the route asks it of the thing itself.
 */
export const RequiresRight = (right: Right) => SetMetadata(mayKey, right);

/** This route asks nobody who they are: it shows nothing of anyone. */
export const Public = () => SetMetadata(openKey, true);

export const rightOf = (handler: object): Right | null =>
  (Reflect.getMetadata(mayKey, handler) as Right | undefined) ?? null; // what `May` has set

export const isOpen = (handler: object): boolean => Reflect.getMetadata(openKey, handler) === true;

const notSignedIn = () =>
  new Rejection('not-signed-in', { en: 'Please sign in.', zh: '请先登录。' }, 'unsigned');

const notAllowed = () =>
  new Rejection('not-allowed', { en: 'This is not yours to do.', zh: '您没有此项权限。' }, 'forbidden');

const areaMissing = ({ id, role }: Actor) =>
  new Rejection(
    'area-missing',
    {
      en: `The account ${id} is ${role} of no area: ask the operator for a token of yours.`,
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

/** The one who asks, from a verified token and from nothing else. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = requestOf(context);
  if (actor === undefined) throw notSignedIn();
  return actor;
});

/** Refuses what lies outside the actor's own area. */
export const assertWithinArea = (actor: Actor, area: string): void => {
  if (!liesIn(area, actor.area)) throw notYourArea();
};

type Parts = Pick<Platform, 'identity' | 'town' | 'requestHash'>;

export const signedIn = ({ identity, town, requestHash }: Parts): CanActivate => ({
  canActivate: async (context) => {
    const handler = context.getHandler();
    if (isOpen(handler)) return true;

    const request = requestOf(context);
    const actor = await callerOf(identity, request);
    if (actor === null) throw notSignedIn();
    const right = rightOf(handler);
    if (right === null || !hasRight(right, actor)) throw notAllowed();
    if (lacksArea(actor)) throw areaMissing(actor);
    if (isBeyondArea(right, actor)) throw notYourArea();
    request.actor = actor;
    request.town = town;
    request.hash = requestHash.of;
    return true;
  },
});
