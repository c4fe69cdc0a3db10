/** A message as its reader sees it: names instead of codes, times as the town's clocks show them, nothing personal. */
import type { LocalizedText } from '@mulin/kernel';
import type { Line, Owed } from '../delivery/delivery.js';
import type { Language } from '../recipient/recipient.js';
import { reasonOf, taskWords } from './words.js';

/** What stands around the lines. */
export type Around = Readonly<{
  townName: LocalizedText;
  /** IANA name of the town's zone. */
  zone: string;
  /** The address under which people reach the town; `null`: nobody has said. */
  publicUrl: string | null;
  /** The id of the message. */
  id: string;
}>;

type Message = Readonly<{ subject: string; text: string }>;

const momentIn = (zone: string, language: Language, at: string): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: zone,
  }).format(new Date(at));

const numberOf = ({ number }: Line, language: Language): string =>
  number ?? (language === 'zh' ? '（编号待定）' : '(no number yet)');

/** What it is, and what has brought it here. */
const nameOf = ({ what, why }: Line, language: Language): string => {
  const [task, reason] = [taskWords[what][language], reasonOf(why)[language]];
  if (task === reason) return task;
  return language === 'zh' ? `${task}（${reason}）` : `${task} (${reason})`;
};

const dueOf = ({ until }: Line, { zone }: Around, language: Language, now: string): string => {
  if (until === null) return language === 'zh' ? '无时限' : 'no deadline';
  const moment = momentIn(zone, language, until);
  const isPast = until < now;
  if (language === 'zh') return isPast ? `时限：${moment}（已过）` : `时限：${moment}`;
  return `${isPast ? 'was due' : 'due'} ${moment}`;
};

const lineText = (line: Line, owed: Owed, around: Around): string => {
  const { language, kind, at } = owed;
  const isMarked = kind === 'digest' && line.isNew;
  const mark = isMarked ? (language === 'zh' ? '【新】' : 'New: ') : '';
  const due = dueOf(line, around, language, at);
  return [`• ${mark}${nameOf(line, language)}`, `  ${numberOf(line, language)}`, `  ${due}`].join('\n');
};

/** `1 thing`, `3 things`. */
const things = (count: number, more = ''): string => `${count} ${more}${count === 1 ? 'thing' : 'things'}`;

const subjects: Readonly<Record<Owed['kind'], (owed: Owed) => LocalizedText>> = {
  urgent: ({ fresh }) => ({
    en: `Urgent: ${things(fresh)} to look at now`,
    zh: `【紧急】${fresh} 件事项请立即处理`,
  }),
  notice: ({ fresh }) => ({ en: `${things(fresh, 'new ')} for you`, zh: `【待办】新增 ${fresh} 件` }),
  digest: ({ fresh }) => ({
    en: `Your inbox: ${things(fresh, 'new ')}`,
    zh: `【待办汇总】新增 ${fresh} 件`,
  }),
};

/** Of a single thing the subject says what it is. */
const subjectOf = (owed: Owed): string => {
  const { lines, fresh, kind, language } = owed;
  const [line] = lines;
  if (fresh !== 1 || line === undefined || kind === 'digest') return subjects[kind](owed)[language];
  const name = `${taskWords[line.what][language]} ${numberOf(line, language)}`;
  if (kind === 'notice') return name;
  return language === 'zh' ? `【紧急】${name}` : `Urgent: ${name}`;
};

const openings: Readonly<Record<Owed['kind'], (owed: Owed) => LocalizedText>> = {
  urgent: () => ({
    en: 'A deadline was missed, or it is an emergency. This is sent at once, whatever your hours.',
    zh: '以下事项已超期或属紧急情况，不受接收时段限制，即时发送。',
  }),
  notice: () => ({ en: 'This waits for you from now on:', zh: '以下事项需要您处理或知悉：' }),
  digest: ({ fresh, lines }) => ({
    en: `${things(fresh)} came up since you were last told${lines.length > fresh ? '; what waits since before is listed as well' : ''}.`,
    zh: `自上次通知以来新增 ${fresh} 件${lines.length > fresh ? '，此前仍待办的一并列出' : ''}。`,
  }),
};

const closingOf = ({ account, language, hasMore }: Owed, { townName, publicUrl, id }: Around): string => {
  const more = language === 'zh' ? '其余事项请在待办中查看。' : 'More waits in your inbox.';
  const from =
    language === 'zh'
      ? `${townName.zh}·牟邻，发给账号 ${account}。本邮件由系统自动发送，请勿回复；接收时段、语言和地址可在通知设置中修改。`
      : `Sent by Mulin of ${townName.en} to the account ${account}. Nobody reads answers to this address; hours, language and address are yours to choose in your notice preferences.`;
  const numbered = language === 'zh' ? `通知编号：${id}` : `Notice ${id}`;
  return [...(hasMore ? [more] : []), ...(publicUrl === null ? [] : [publicUrl]), '--', from, numbered].join(
    '\n',
  );
};

/** A message in the language of its reader. */
export const messageOf = (owed: Owed, around: Around): Message => {
  const { language, lines, kind } = owed;
  const texts = lines.map((line) => lineText(line, owed, around));
  const text = [openings[kind](owed)[language], ...texts, closingOf(owed, around)].join('\n\n');
  return { subject: subjectOf(owed), text: `${text}\n` };
};

/** The same for a program: the body of a webhook, as `docs/connecting.md` describes it. */
export const payloadOf = (owed: Owed, { id, publicUrl }: Around, town: string) => {
  const { account, kind, language, lines, hasMore, at } = owed;
  return {
    type: 'inbox.notice',
    timestamp: at,
    data: {
      id,
      town,
      account,
      kind,
      items: lines.map(({ what, why, of = 'case', ...line }) => ({
        ...line,
        of,
        what,
        whatName: taskWords[what][language],
        why,
        whyName: reasonOf(why)[language],
      })),
      hasMore,
      url: publicUrl,
    },
  };
};
