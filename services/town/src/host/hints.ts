/** What somebody may try who has just started a town from a terminal. */
import type { LocalizedText } from '@mulin/kernel';

const starting: LocalizedText = {
  en: 'Starting the town and its PostgreSQL …',
  zh: '正在启动镇和它的数据库……',
};

/** The command line finds a town by these, so that it needs those that were set for it, or the files that hold them. */
const foundBy = ['MULIN_HOME', 'MULIN_PORT', 'DATABASE_URL', 'MULIN_LOCAL_KEY'].flatMap((name) => [
  name,
  `${name}_FILE`,
]);

const next = (url: string, set: readonly string[]): LocalizedText => ({
  en: [
    `Open ${url} in a browser. In another terminal${set.length > 0 ? ` with the same ${set.join(', ')}` : ''}, try:`,
    '  npm run -s mulin -- demo         a made-up month, to have something to look at',
    '  npm run -s mulin -- doctor       whether all is well',
    '  npm run -s mulin -- --help       everything else',
    'Ctrl-C stops the town.',
  ].join('\n'),
  zh: [
    `请在浏览器中打开 ${url}。另开一个终端${set.length > 0 ? `（设置相同的 ${set.join('、')}）` : ''}，可以试试：`,
    '  npm run -s mulin -- demo         生成一个月的演示数据',
    '  npm run -s mulin -- doctor       检查是否一切正常',
    '  npm run -s mulin -- --help       其他命令',
    '按 Ctrl-C 停止运行。',
  ].join('\n'),
});

type Variables = Readonly<Record<string, string | undefined>>;

/** Nothing where no person called `npm start`. */
export const hintsIn = (variables: Variables) => {
  const isForPeople = variables['npm_lifecycle_event'] === 'start';
  const set = foundBy.filter((name) => (variables[name] ?? '') !== '');
  return {
    starting: isForPeople ? starting : null,
    next: (url: string): LocalizedText | null => (isForPeople ? next(url, set) : null),
  };
};
