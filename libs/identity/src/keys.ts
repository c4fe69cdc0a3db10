/** The town's signing keys: files that only their owner can read, made when they are first needed. */
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

const publicPart = ({ kty, crv, x, y }: JWK): JWK => ({
  ...(kty === undefined ? {} : { kty }),
  ...(crv === undefined ? {} : { crv }),
  ...(x === undefined ? {} : { x }),
  ...(y === undefined ? {} : { y }),
});

const damaged = (file: string, form: string, chinese: string) =>
  new Rejection('key-damaged', {
    en: `${file} is damaged: it must hold ${form}. Put back a copy of it, or delete it to have a new one made.`,
    zh: `${file} 已损坏：应为${chinese}。请用备份恢复，或删除后重新生成。`,
  });

/** 32 bytes, as HS256 wants them at least (RFC 7518, 3.2): a shorter one is soon guessed. */
const localKeyIn = (file: string, text: string): Uint8Array => {
  if (!/^[\da-f]{64}$/i.test(text.trim())) throw damaged(file, '64 hexadecimal digits', ' 64 位十六进制数字');
  return Buffer.from(text.trim(), 'hex');
};

/** A whole key pair, whose halves belong together. */
const signingPairIn = async (file: string, text: string): Promise<Pick<Keys, 'signing' | 'verifying'>> => {
  try {
    // Written by makeSigning, or put back by a restore.
    const jwk = JSON.parse(text) as JWK;
    if (jwk.kty !== 'EC' || jwk.crv !== 'P-256' || jwk.d === undefined)
      throw new Error('no private key of P-256');
    const pair = { signing: await imported(jwk), verifying: await imported(publicPart(jwk)) };
    const token = await new SignJWT().setProtectedHeader({ alg: accountAlgorithm }).sign(pair.signing);
    await jwtVerify(token, pair.verifying);
    return pair;
  } catch {
    throw damaged(file, 'a private key for ES256 as a JWK', '一个 ES256 私钥（JWK 格式）');
  }
};

/**
 * Checks every key file of this folder that is there, as a start checks it, and makes none.
 *
 * @throws `Rejection` `key-readable-by-others` or `key-damaged`, which names the file.
 */
export const checkKeys = async (folder: string): Promise<void> => {
  const [signing, local] = [path.join(folder, signingFile), path.join(folder, localFile)];
  const pair = await readSecret(signing);
  if (pair !== null) await signingPairIn(signing, pair);
  const secret = await readSecret(local);
  if (secret !== null) localKeyIn(local, secret);
};

const imported = async (jwk: JWK): Promise<CryptoKey> => {
  const key = await importJWK(jwk, accountAlgorithm);
  if (key instanceof Uint8Array) throw new Error('an ES256 key is a pair');
  return key;
};

/**
 * The keys in this folder, made where there are none: whole and on disk before anybody uses them, readable by their
 * owner alone. Where several processes start at once, all have the keys of the first.
 *
 * @throws `Rejection`: `key-readable-by-others`, or `key-damaged` for one that is not whole.
 */
export const openKeys = async (folder: string): Promise<Keys> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const [signing, local] = [path.join(folder, signingFile), path.join(folder, localFile)];
  return {
    ...(await signingPairIn(signing, await secretOf(signing, makeSigning))),
    local: localKeyIn(local, await secretOf(local, async () => randomBytes(32).toString('hex'))),
  };
};

/**
 * The key of the command line.
 *
 * @returns 32 bytes.
 * @throws `Rejection`: `no-local-key` where no town has ever run in this folder, `key-readable-by-others`,
 *   `key-damaged`.
 */
export const openLocalKey = async (folder: string): Promise<Uint8Array> => {
  const file = path.join(folder, localFile);
  const text = await readSecret(file);
  if (text !== null) return localKeyIn(file, text);
  throw new Rejection('no-local-key', {
    en: `No town has run here yet (${folder} holds no key): start it, name its MULIN_HOME, or set MULIN_TOKEN.`,
    zh: `此处尚未运行过镇域服务（${folder} 中没有密钥）：请先启动，或指定 MULIN_HOME，或设置 MULIN_TOKEN。`,
  });
};
