/** What `mulin topics`, `mulin roles`, `mulin tables`, `mulin deliveries` and `mulin import --report` say, in both languages. */
import type { LocalizedText } from '@mulin/kernel';

const en = {
  topics: {
    about: 'topics of the town on Kafka (KAFKA_BROKERS)',
    apply: 'make the topics that are not there',
    list: 'which topics are there',
    partitions: 'of a new topic: 8 or more (default: 8)',
    retentionDays: 'after so many days Kafka deletes a message, read or not (default: 30)',
    heads: ['topic', 'partitions', ''],
    made: 'made',
    there: 'there',
    missing: 'missing',
    noBrokers: 'KAFKA_BROKERS must be host:port, such as kafka-1:9092, with commas between several.',
    notWhole: (option: string, least: number, most: number) =>
      `${option} takes a whole number from ${least} to ${most}.`,
  },
  roles: {
    about: 'roles of PostgreSQL, where each service is a process of its own',
    apply: 'make a login role for each service that has none; DATABASE_URL names the owner of the tables',
    anew: 'a role whose address is not in the folder gets a new password, and an address without a role is replaced',
    made: (role: string, file: string) => `${role}: made; its DATABASE_URL is in ${file}.`,
    there: (role: string) => `${role}: was there, and is as it was.`,
    databaseUrlNeeded: 'Name the database, as the owner of its tables, in DATABASE_URL.',
    noRoleMaker: 'The role of DATABASE_URL may not make roles: name one that may (CREATEROLE).',
  },
  tables: {
    about: 'tables of PostgreSQL, where each service is a process of its own',
    apply: 'make the tables of all services, or bring them up to date; DATABASE_URL names their owner',
    rolesFolder: 'where roles apply has put the addresses of the roles',
    noAddress: (file: string) =>
      `${file} holds no address of a database: run roles apply first, or with --anew where the role is there.`,
    ready: (count: number) => `The tables of ${count} services are up to date.`,
    eventsIn: (isKurrent: boolean): string =>
      isKurrent
        ? 'Events are kept in the KurrentDB of KURRENTDB_URL.'
        : 'Events are kept in PostgreSQL, since KURRENTDB_URL is not set.',
  },
  reports: {
    about: 'bodies: how long each body took to answer',
    none: (name: string) => `There is no report ${name}; --report takes: bodies.`,
  },
  deliveries: {
    released: 'Messages leave the town from now on.',
    nothingHeld: 'No messages are held: neither in this database nor in this MULIN_HOME.',
    notYours:
      'The role of DATABASE_URL may not let messages go: name the gateway’s, or the owner of the tables.',
  },
};

const zh: typeof en = {
  topics: {
    about: '本镇在 Kafka 上的主题（KAFKA_BROKERS）',
    apply: '创建尚不存在的主题',
    list: '查看已有主题',
    partitions: '新主题的分区数，至少 8（默认 8）',
    retentionDays: 'Kafka 保留消息的天数，到期无论是否已读均删除（默认 30）',
    heads: ['主题', '分区数', ''],
    made: '已创建',
    there: '已有',
    missing: '缺少',
    noBrokers: 'KAFKA_BROKERS 应为主机和端口，如 kafka-1:9092，多个之间以逗号分隔。',
    notWhole: (option, least, most) => `${option} 应为 ${least} 到 ${most} 之间的整数。`,
  },
  roles: {
    about: '各服务作为独立进程时的数据库角色',
    apply: '为尚无角色的服务建立登录角色；DATABASE_URL 须为表的所有者',
    anew: '文件夹中缺少其地址的角色将获得新密码，没有对应角色的地址将被替换',
    made: (role, file) => `${role}：已建立，其 DATABASE_URL 在 ${file} 中。`,
    there: (role) => `${role}：已存在，未作更改。`,
    databaseUrlNeeded: '请用 DATABASE_URL 指定数据库，并使用表的所有者。',
    noRoleMaker: 'DATABASE_URL 的角色无权建立角色：请使用有此权限（`CREATEROLE`）的角色。',
  },
  tables: {
    about: '各服务作为独立进程时的数据表',
    apply: '建立各服务的表，或更新到当前版本；DATABASE_URL 须为表的所有者',
    rolesFolder: '`roles apply` 存放各角色地址的文件夹',
    noAddress: (file) => `${file} 中没有数据库地址：请先运行 \`roles apply\`；角色已存在时加 \`--anew\`。`,
    ready: (count) => `${count} 个服务的表均为当前版本。`,
    eventsIn: (isKurrent) =>
      isKurrent
        ? '事件存于 `KURRENTDB_URL` 指定的 `KurrentDB`。'
        : '未设置 `KURRENTDB_URL`，事件存于 `PostgreSQL`。',
  },
  reports: {
    about: '`bodies`：统计各单位的答复天数',
    none: (name) => `没有统计“${name}”，\`--report\` 可用：\`bodies\`。`,
  },
  deliveries: {
    released: '已开始对外发送通知。',
    nothingHeld: '此数据库和此 `MULIN_HOME` 中均没有暂停发送的通知。',
    notYours: '`DATABASE_URL` 的角色无权放行通知：请使用网关的角色或表的所有者。',
  },
};

const texts: Readonly<Record<keyof LocalizedText, typeof en>> = { en, zh };

export const operatingIn = (language: keyof LocalizedText): typeof en => texts[language];
