/** What the table of faults says of a PostgreSQL that cannot do something now, in Chinese; by its English words. */
const chinese: Readonly<Record<string, string>> = {
  'its connection failed': '连接失败',
  'rights are missing': '缺少权限',
  'a role is missing': '缺少数据库角色',
  'its session lost a prepared statement': '会话中的预备语句已失效',
  'it lets nobody in under this name and password': '用户名或密码不被接受',
  'the database is not there': '数据库不存在',
  'a schema is not there': '数据库模式不存在',
  'the transaction gave way to another one': '事务已让位于另一事务',
  'its resources are exhausted': '资源已耗尽',
  'something is not in the state that this needs': '对象不处于所需状态',
  'its operator interrupted it': '已被管理员中断',
  'its machine failed': '所在机器发生故障',
  'a snapshot is too old': '快照已过期',
  'its configuration is wrong': '配置有误',
  'a foreign server failed': '外部服务器发生故障',
  'it failed inside': '发生内部错误',
  'its protocol was violated': '通信协议出错',
  'it only reads, because another server leads': '该服务器只读，主服务器为另一台',
  'a transaction was idle for too long': '事务空闲过久',
  'a transaction took too long': '事务耗时过长',
  'a column is not there': '列不存在',
  'something is not there': '对象不存在',
  'a function is not there': '函数不存在',
  'a table is not there': '表不存在',
  'its session has another prepared statement': '会话中已有另一条预备语句',
  'its memory is exhausted': '内存已耗尽',
  'a limit of its configuration is reached': '已达到配置上限',
  'something is in use': '对象正在使用中',
  'a parameter cannot be changed now': '参数暂时无法更改',
  'a lock is taken': '锁已被占用',
  'the statement was cancelled or took too long': '语句被取消或耗时过长',
  'for a reason of its own': '原因不明',
  'signing in failed': '登录失败',
  'TLS was not agreed on': '未能协商加密连接',
  'a table was changed meanwhile': '表在此期间已更改',
};

/** @param says what an entry of the table says, in English. Default where the table has no Chinese for it: 原因不明. */
export const saysInChinese = (says: string): string => chinese[says] ?? '原因不明';

/** Everything that has Chinese words, for the test that compares it with the table. */
export const saidInChinese: readonly string[] = Object.keys(chinese);
