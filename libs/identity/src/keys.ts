/** The town's signing keys: files that only their owner can read, made when they are first needed. */
import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Rejection } from '@mulin/kernel';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';

/** Signs the tokens of accounts; ECDSA on P-256, the widest understood (RFC 7518). */
export const accountAlgorithm = 'ES256';
/** Signs what the command line asks on the town's own machine; both ends read one file. */
export const localAlgorithm = 'HS256';

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
      zh: `${file} 可被所有者以外的用户读取:请执行 chmod 600,或删除后重新生成。`,
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

const imported = async (jwk: JWK): Promise<CryptoKey> => {
  const key = await importJWK(jwk, accountAlgorithm);
  if (key instanceof Uint8Array) throw new Error('an ES256 key is a pair');
  return key;
};

export const openKeys = async (folder: string): Promise<Keys> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  // Written by makeSigning, or put back by a restore.
  const jwk = JSON.parse(await secretOf(path.join(folder, signingFile), makeSigning)) as JWK;
  const local = await secretOf(path.join(folder, localFile), async () => randomBytes(32).toString('hex'));
  return {
    signing: await imported(jwk),
    verifying: await imported(publicPart(jwk)),
    local: Buffer.from(local, 'hex'),
  };
};

/** The key of the command line; refused (`no-local-key`) where no town has ever run in this home. */
export const openLocalKey = async (folder: string): Promise<Uint8Array> => {
  const text = await readSecret(path.join(folder, localFile));
  if (text !== null) return Buffer.from(text, 'hex');
  throw new Rejection('no-local-key', {
    en: `No town has run here yet (${folder} holds no key): start it, name its MULIN_HOME, or set MULIN_TOKEN.`,
    zh: `此处尚未运行过镇域服务(${folder} 中没有密钥):请先启动,或指定 MULIN_HOME,或设置 MULIN_TOKEN。`,
  });
};
