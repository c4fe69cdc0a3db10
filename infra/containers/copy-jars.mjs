/** The pinned jars of Apache Kafka into a folder: `copy-jars.mjs FOLDER`. */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import process from 'node:process';
import { kafkaJars } from '@mulin/testing/engines';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name a folder.');
const jars = await kafkaJars();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
cpSync(jars, folder, { recursive: true });
