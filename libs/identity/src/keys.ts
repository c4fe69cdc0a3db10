/** The town's signing keys: given to the program, or files that only their owner can read, made when first needed. */
import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Rejection } from '@mulin/kernel';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';

/** Signs the tokens of accounts; ECDSA on P-256, the widest understood (RFC 7518). */
export const accountAlgorithm = 'ES256';
/** Signs what the command line asks on the town's own machine; both ends read one file. */
export const localAlgorithm = 'HS256';

/**
 * The keys of a town: the pair that accounts are signed and verified with (ES256), and the secret of the command line
 * (HS256, 32 bytes).
 */
export type Keys = Readonly<{ signing: CryptoKey; verifying: CryptoKey; local: Uint8Array }>;

/**
 * Keys that the program was given, for a town whose processes run on several machines: each stands instead of its file.
 * `signing`: the JWK of a private key for ES256, as `signing.json` holds it; `local`: 64 hexadecimal digits, as
 * `local.key` does. Default: both lie in files.
 */
export type GivenKeys = Readonly<{ signing?: string | undefined; local?: string | undefined }>;

/** How a key that was given is called by whoever gave it. */
const givenAs = { signing: 'MULIN_SIGNING_KEY', local: 'MULIN_LOCAL_KEY' } as const;

const signingFile = 'signing.json';
const localFile = 'local.key';
const ownerOnly = 0o600;

/** Refuses a secret that others on this machine could have read (`key-readable-by-others`). */
const readSecret = async (file: string): Promise<string | null> => {
  const found = await stat(file).catch(() => null);
  if (found === null) return null;
  if ((found.mode & 0o077) !== 0)
    throw new Rejection('key-readable-by-others', {
      en: `${file} can be read by others than its owner: chmod 600 it, or delete it to have a new one made.`,
      zh: `${file} 可被所有者以外的用户读取：请执行 chmod 600，或删除后重新生成。`,
    });
  return readFile(file, 'utf8');
};

const isThere = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';

/** Whole and on disk before anybody sees it; where several programs start at once, the first one's key stands. */
const writeSecret = async (file: string, text: string): Promise<void> => {
  const aside = `${file}.${randomBytes(4).toString('hex')}`;
  const handle = await open(aside, 'wx', ownerOnly);
  try {
    await handle.writeFile(text);
    await handle.sync();
    await link(aside, file);
  } catch (error) {
    if (!isThere(error)) throw error;
  } finally {
    await handle.close();
    await rm(aside, { force: true });
  }
};

const secretOf = async (file: string, make: () => Promise<string>): Promise<string> => {
  const there = await readSecret(file);
  if (there !== null) return there;
  await writeSecret(file, await make());
  const made = await readSecret(file);
  if (made === null) throw new Error(`${file} was made and is gone`);
  return made;
};

const makeSigning = async (): Promise<string> => {
  const { privateKey } = await generateKeyPair(accountAlgorithm, { extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
};

const makeLocal = async (): Promise<string> => randomBytes(32).toString('hex');

const files = { signing: signingFile, local: localFile } as const;

/** Where a key comes from, for whoever has to mend it: its file, or its variable. */
type Place = Readonly<{ name: string; isFile: boolean }>;

const placeOf = (folder: string, given: GivenKeys, key: keyof GivenKeys): Place =>
  given[key] === undefined
    ? { name: path.join(folder, files[key]), isFile: true }
    : { name: givenAs[key], isFile: false };

const publicPart = ({ kty, crv, x, y }: JWK): JWK => ({
  ...(kty === undefined ? {} : { kty }),
  ...(crv === undefined ? {} : { crv }),
  ...(x === undefined ? {} : { x }),
  ...(y === undefined ? {} : { y }),
});

const damaged = ({ name, isFile }: Place, form: string, chinese: string) =>
  isFile
    ? new Rejection('key-damaged', {
        en: `${name} is damaged: it must hold ${form}. Put back a copy of it, or delete it to have a new one made.`,
        zh: `${name} 已损坏：应为${chinese}。请用备份恢复，或删除后重新生成。`,
      })
    : new Rejection('key-damaged', {
        en: `${name} must be ${form}, the same for every process of the town.`,
        zh: `${name} 应为${chinese}，且该镇的所有进程须相同。`,
      });

/** 32 bytes, as HS256 wants them at least (RFC 7518, 3.2): a shorter one is soon guessed. */
const localKeyIn = (place: Place, text: string): Uint8Array => {
  if (!/^[\da-f]{64}$/i.test(text.trim()))
    throw damaged(place, '64 hexadecimal digits', ' 64 位十六进制数字');
  return Buffer.from(text.trim(), 'hex');
};

/** A whole key pair, whose halves belong together. */
const signingPairIn = async (place: Place, text: string): Promise<Pick<Keys, 'signing' | 'verifying'>> => {
  try {
    // Written by makeSigning, or put back by a restore.
    const jwk = JSON.parse(text) as JWK;
    const pair = { signing: await imported(jwk), verifying: await imported(publicPart(jwk)) };
    const token = await new SignJWT().setProtectedHeader({ alg: accountAlgorithm }).sign(pair.signing);
    await jwtVerify(token, pair.verifying);
    return pair;
  } catch {
    throw damaged(place, 'a private key for ES256 as a JWK', '一个 ES256 私钥（JWK 格式）');
  }
};

/**
 * Checks every key that was given, and every key file of this folder that is there, as a start checks it, and makes
 * none.
 *
 * @throws `Rejection` `key-readable-by-others` or `key-damaged`, which names the file or the variable.
 */
export const checkKeys = async (folder: string, given: GivenKeys = {}): Promise<void> => {
  const signing = given.signing ?? (await readSecret(path.join(folder, signingFile)));
  if (signing !== null) await signingPairIn(placeOf(folder, given, 'signing'), signing);
  const local = given.local ?? (await readSecret(path.join(folder, localFile)));
  if (local !== null) localKeyIn(placeOf(folder, given, 'local'), local);
};

const imported = async (jwk: JWK): Promise<CryptoKey> => {
  const key = await importJWK(jwk, accountAlgorithm);
  if (key instanceof Uint8Array) throw new Error('an ES256 key is a pair');
  return key;
};

/**
 * The keys that were given, and for the others those in this folder, made where there are none: whole and on disk before
 * anybody uses them, readable by their owner alone. Where several processes start at once, all have the keys of the
 * first. Where both were given, the folder is not touched.
 *
 * @throws `Rejection`: `key-readable-by-others`, or `key-damaged` for one that is not whole.
 */
export const openKeys = async (folder: string, given: GivenKeys = {}): Promise<Keys> => {
  if (given.signing === undefined || given.local === undefined) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
  }
  const signing = given.signing ?? (await secretOf(path.join(folder, signingFile), makeSigning));
  const local = given.local ?? (await secretOf(path.join(folder, localFile), makeLocal));
  return {
    ...(await signingPairIn(placeOf(folder, given, 'signing'), signing)),
    local: localKeyIn(placeOf(folder, given, 'local'), local),
  };
};

/**
 * The key of the command line: the one that was given (64 hexadecimal digits), else the one in this folder.
 *
 * @returns 32 bytes.
 * @throws `Rejection`: `no-local-key` where no town has ever run in this folder, `key-readable-by-others`,
 *   `key-damaged`.
 */
export const openLocalKey = async (folder: string, given: GivenKeys['local']): Promise<Uint8Array> => {
  if (given !== undefined) return localKeyIn({ name: givenAs.local, isFile: false }, given);
  const file = path.join(folder, localFile);
  const text = await readSecret(file);
  if (text !== null) return localKeyIn({ name: file, isFile: true }, text);
  throw new Rejection('no-local-key', {
    en: `No town has run here yet (${folder} holds no key): start it, name its MULIN_HOME, or set MULIN_TOKEN.`,
    zh: `此处尚未运行过镇域服务（${folder} 中没有密钥）：请先启动，或指定 MULIN_HOME，或设置 MULIN_TOKEN。`,
  });
};
