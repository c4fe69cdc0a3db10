/** Why a copy is not taken in, in both languages. */
const en = {
  notAsCopied: (logs: string) =>
    `What was written is not what the copy holds, in ${logs}: nothing of it counts; begin again with an empty database and an empty KurrentDB.`,
  unordered:
    'This copy was written by an older version, without the order of its events: restore it into PostgreSQL, start the town once, and export it anew.',
  otherCopyBegun:
    'The restore of another copy was begun here and is unfinished: go on with that copy, or begin with an empty database and an empty KurrentDB.',
  restoreAtWork: 'Another restore is at work on this database: wait until it has ended.',
};

const zh: typeof en = {
  notAsCopied: (logs) =>
    `写入的内容与副本不一致（${logs}）：已写入的内容无效，请换用空的数据库和空的 \`KurrentDB\` 重新开始。`,
  unordered: '此副本由旧版本导出，事件未按顺序排列：请先恢复到 `PostgreSQL`，启动一次后重新导出。',
  otherCopyBegun:
    '此处已开始恢复另一份副本，尚未完成：请用原来的副本继续，或换用空的数据库和空的 `KurrentDB`。',
  restoreAtWork: '另一个恢复正在此数据库上进行：请等它结束。',
};

export const restoringIn = (language: 'en' | 'zh'): typeof en => (language === 'en' ? en : zh);
