/** Said before `npm start` builds, so that nobody takes a silent minute for a fault. */
import { existsSync } from 'node:fs';
import process from 'node:process';

const built = new URL('../../services/town/dist/main.js', import.meta.url);
const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const isChinese = /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '');
const isFirst = !existsSync(built);

const said = isChinese
  ? `正在编译${isFirst ? '（首次约需一两分钟）' : '有改动的部分'}……`
  : `Building ${isFirst ? 'for the first time, which takes a minute or two' : 'what has changed'} …`;
process.stderr.write(`${said}\n`);
