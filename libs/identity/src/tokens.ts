/** Tokens: who somebody is, signed and for a while. What they may do is not in them. */
import { type Instant, instant, minute, msOf } from '@mulin/kernel';
import { decodeProtectedHeader, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { accountAlgorithm, type GivenKeys, type Keys, localAlgorithm, openLocalKey } from './keys.js';

/** The account of whoever can read the town's local key: the one who runs the machine. */
export const localOperator = 'local-operator';
const localKeyId = 'local';
/** Long enough for one command, too short to be worth stealing. */
const localMinutes = 5;
const audience = 'mulin';
/** What a token is of: an account, the case whose code somebody showed, or a visit. */
type Kind = 'account' | 'case' | 'visit';
/** The subject of one kind is never taken for that of another. */
const audiences: Readonly<Record<Kind, string>> = {
  account: audience,
  case: 'mulin-case',
  visit: 'mulin-visit',
};
const kindOf = (aud: unknown): Kind =>
  (Object.keys(audiences) as Kind[]).find((kind) => audiences[kind] === aud) ?? 'account'; // its keys are kinds

/** The issuer of a town's tokens (`iss`, RFC 7519): those of another town open nothing here. */
const issuerOf = (town: string): string => `mulin:${town}`;

/** No slug is the id of the local key by chance. */
const keyIdOf = (town: string): string => `town:${town}`;

type Signing = Readonly<{
  keys: Keys;
  town: string;
  kind: Kind;
  /** The account, the id of the case, or the name of the visit. */
  subject: string;
  at: Instant;
  expiresAt: Instant;
}>;

const seconds = (at: Instant): number => Math.floor(msOf(at) / 1_000);

/**
 * A token of an account, of whoever showed the code of a case, or of a visit: a JWT (RFC 7519), signed with ES256. It
 * says whose it is and until when, and no role.
 *
 * @param signing.at when it is issued; fractions of a second are cut off, as they are of `expiresAt`.
 */
export const sign = ({ keys, town, kind, subject, at, expiresAt }: Signing): Promise<string> =>
  new SignJWT()
    .setProtectedHeader({ alg: accountAlgorithm, kid: keyIdOf(town) })
    .setSubject(subject)
    .setIssuer(issuerOf(town))
    .setAudience(audiences[kind])
    .setIssuedAt(seconds(at))
    .setExpirationTime(seconds(expiresAt))
    .sign(keys.signing);

/**
 * A token of the command line on the town's own machine, good for five minutes by the machine's clock.
 *
 * @param folder where the town's keys are.
 * @param given the key itself (64 hexadecimal digits), where the town was given one. Default: the one in `folder`.
 * @throws `Rejection`, as `openLocalKey`.
 */
export const signLocally = async (folder: string, given?: GivenKeys['local']): Promise<string> => {
  const now = instant(Date.now());
  return new SignJWT()
    .setProtectedHeader({ alg: localAlgorithm, kid: localKeyId })
    .setSubject(localOperator)
    .setAudience(audience)
    .setIssuedAt(seconds(now))
    .setExpirationTime(seconds(instant(msOf(now) + localMinutes * minute)))
    .sign(await openLocalKey(folder, given));
};

type Verifying = Readonly<{ keys: Keys; town: string; now: Instant }>;

/** Whose it is, and until when. */
export type Verified = Readonly<{ kind: Kind; subject: string; expiresAt: Instant }>;

const payloadOf = async (token: string, { keys, town, now }: Verifying): Promise<JWTPayload> => {
  const { kid } = decodeProtectedHeader(token);
  const common = { audience, requiredClaims: ['sub', 'exp'] };
  if (kid === localKeyId) {
    // Its clock is the machine's, also where the town lives in virtual time.
    const options = {
      ...common,
      algorithms: [localAlgorithm],
      subject: localOperator,
      currentDate: new Date(),
    };
    return (await jwtVerify(token, keys.local, options)).payload;
  }
  const options = {
    ...common,
    audience: Object.values(audiences),
    algorithms: [accountAlgorithm],
    issuer: issuerOf(town),
    currentDate: new Date(now),
  };
  const { payload } = await jwtVerify(token, keys.verifying, options);
  return payload.sub === localOperator ? {} : payload;
};

/**
 * Whose a token is.
 *
 * @returns `null` for one that is broken, foreign, over, or signed in another way than it must be. It never rejects.
 */
export const verifiedOf = async (token: string, verifying: Verifying): Promise<Verified | null> => {
  try {
    const { sub, exp, aud } = await payloadOf(token, verifying);
    if (sub === undefined || exp === undefined) return null;
    return { kind: kindOf(aud), subject: sub, expiresAt: instant(exp * 1_000) };
  } catch {
    return null;
  }
};
