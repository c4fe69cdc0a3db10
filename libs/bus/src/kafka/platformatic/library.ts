/**
 * The library of this folder, an optional dependency: it is loaded when it is needed, and refused in one sentence where
 * that cannot be.
 */
import process from 'node:process';
import { Rejection } from '@mulin/kernel';
import type { Library } from './protocol.js';

/** What the library wants: `engines` of its package. */
const oldestNode = [22, 22] as const;
const packageName = '@platformatic/kafka';

const isOldNode = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
};

const needsNewerNode = (version: string): Rejection =>
  new Rejection('kafka-client-needs-newer-node', {
    en: `MULIN_KAFKA_CLIENT=platformatic needs Node ${oldestNode.join('.')} or newer, and this is ${version}.`,
    zh: `\`MULIN_KAFKA_CLIENT=platformatic\` 需要 Node ${oldestNode.join('.')} 或更高版本，当前为 ${version}。`,
  });

const notInstalled = (): Rejection =>
  new Rejection('kafka-client-not-installed', {
    en: `MULIN_KAFKA_CLIENT=platformatic needs the package ${packageName}: run "npm ci" with the Node that runs the town.`,
    zh: `\`MULIN_KAFKA_CLIENT=platformatic\` 需要软件包 \`${packageName}\`：请用运行本镇的 Node 执行 \`npm ci\`。`,
  });

/**
 * @param version of this Node. Default: the one that runs.
 * @throws `Rejection` `kafka-client-needs-newer-node` or `kafka-client-not-installed`.
 */
export const loadLibrary = async (version = process.versions.node): Promise<Library> => {
  if (isOldNode(version)) throw needsNewerNode(version);
  try {
    return (await import(packageName)) as Library;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND' ? notInstalled() : error;
  }
};
