/** What somebody may try who has just started a town from a terminal. */
import type { LocalizedText } from '@mulin/kernel';

const starting: LocalizedText = {
  en: 'Starting the town and its PostgreSQL …',
  zh: '正在启动镇和它的数据库……',
};

const next = (url: string): LocalizedText => ({
  en: [
    `Open ${url} in a browser. In another terminal, try:`,
    '  npm run -s mulin -- demo         a made-up month, to have something to look at',
    '  npm run -s mulin -- doctor       whether all is well',
    '  npm run -s mulin -- --help       everything else',
    'Ctrl-C stops the town.',
  ].join('\n'),
  zh: [
    `请在浏览器中打开 ${url}。另开一个终端，可以试试：`,
    '  npm run -s mulin -- demo         生成一个月的演示数据',
    '  npm run -s mulin -- doctor       检查是否一切正常',
    '  npm run -s mulin -- --help       其他命令',
    '按 Ctrl-C 停止运行。',
  ].join('\n'),
});

type Variables = Readonly<Record<string, string | undefined>>;

/** The language that the locale of a terminal asks for (POSIX); English where it asks for none that we speak. */
export const terminalLanguage = ({ LC_ALL, LC_MESSAGES, LANG }: Variables): keyof LocalizedText =>
  /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh' : 'en';

/** Nothing where no person called `npm start`. */
export const hintsIn = ({ npm_lifecycle_event: event }: Variables) => {
  const isForPeople = event === 'start';
  return {
    starting: isForPeople ? starting : null,
    next: (url: string): LocalizedText | null => (isForPeople ? next(url) : null),
  };
};
