/** A message as its reader sees it, word for word, in both languages; and as a program reads it. */
import { describe, expect, test } from '@jest/globals';
import { assignmentReasons } from '@mulin/contracts';
import { instant } from '@mulin/kernel';
import type { Line, Owed } from '../delivery/delivery.js';
import { failureText } from '../delivery/failures.js';
import { messageOf, payloadOf } from './message.js';
import { reasonOf } from './words.js';

const line: Line = {
  id: 'case-1.take',
  caseId: 'case-1',
  number: 'mu-2026-000001',
  what: 'take',
  why: 'registered',
  since: '2026-03-02T01:00:00.000Z',
  until: '2026-03-02T04:00:00.000Z',
  isUrgent: false,
  isNew: true,
};
const owed: Owed = {
  account: 'wu',
  channel: 'email',
  kind: 'notice',
  language: 'en',
  lines: [line],
  fresh: 1,
  hasMore: false,
  after: 0,
  upTo: 5,
  at: instant('2026-03-02T02:00:00Z'),
};
const around = {
  townName: { en: 'Meixi', zh: '梅溪镇' },
  zone: 'Asia/Shanghai',
  publicUrl: 'https://meixi.example',
  id: 'notice-1',
};
const older: Line = { ...line, number: null, what: 'escalation', why: 'complete', isNew: false, until: null };

const message = (more: Partial<Owed> = {}, rest: Partial<typeof around> = {}) =>
  messageOf({ ...owed, ...more }, { ...around, ...rest });
const subject = (more: Partial<Owed>) => message(more).subject;
const inChinese = { language: 'zh' } as const;

describe('A message', () => {
  test('says in English what waits, of which case, until when, and where one reads it', () => {
    expect(message()).toEqual({
      subject: 'Take the order mu-2026-000001',
      text: [
        'This waits for you from now on:',
        '',
        '• Take the order (a new demand)',
        '  mu-2026-000001',
        '  due 2 March 2026 at 12:00',
        '',
        'https://meixi.example',
        '--',
        'Sent by Mulin of Meixi to the account wu. Nobody reads answers to this address; hours, language and address are yours to choose in your notice preferences.',
        'Notice notice-1',
        '',
      ].join('\n'),
    });
  });

  test('says the same in Chinese', () => {
    expect(message(inChinese)).toEqual({
      subject: '接单 mu-2026-000001',
      text: [
        '以下事项需要您处理或知悉：',
        '',
        '• 接单（新登记的诉求）',
        '  mu-2026-000001',
        '  时限：2026年3月2日 12:00',
        '',
        'https://meixi.example',
        '--',
        '梅溪镇·牟邻，发给账号 wu。本邮件由系统自动发送，请勿回复；接收时段、语言和地址可在通知设置中修改。',
        '通知编号：notice-1',
        '',
      ].join('\n'),
    });
  });

  test('that is urgent says so, and that a deadline has passed', () => {
    const late = { ...line, until: '2026-03-02T01:59:59.999Z' };
    const urgent = { kind: 'urgent', lines: [late] } as const;
    expect(message(urgent).subject).toBe('Urgent: Take the order mu-2026-000001');
    expect(message(urgent).text).toContain('  was due 2 March 2026 at 09:59\n');
    expect(message(urgent).text).toContain('This is sent at once, whatever your hours.');
    expect(message({ ...urgent, ...inChinese }).subject).toBe('【紧急】接单 mu-2026-000001');
    expect(message({ ...urgent, ...inChinese }).text).toContain('  时限：2026年3月2日 09:59（已过）\n');
    expect(message({ ...urgent, ...inChinese }).text).toContain('即时发送。');
  });

  test('of a deadline that is now is not of one that has passed', () => {
    const now = { lines: [{ ...line, until: owed.at }] };
    expect(message(now).text).toContain('  due 2 March 2026 at 10:00\n');
    expect(message({ ...now, ...inChinese }).text).toContain('  时限：2026年3月2日 10:00\n');
  });

  test('that is a digest marks what is new, and says whether older things are listed', () => {
    const digest = { kind: 'digest', lines: [line, older] } as const;
    const { text } = message(digest);
    expect(text).toContain(
      '1 thing came up since you were last told; what waits since before is listed as well.',
    );
    expect(text).toContain('• New: Take the order (a new demand)');
    expect(text).toContain('• A deadline was missed (completion)\n  (no number yet)\n  no deadline');
    const chinese = message({ ...digest, ...inChinese }).text;
    expect(chinese).toContain('自上次通知以来新增 1 件，此前仍待办的一并列出。');
    expect(chinese).toContain('• 【新】接单（新登记的诉求）');
    expect(chinese).toContain('• 已超期（办结）\n  （编号待定）\n  无时限');
    const fresh = { kind: 'digest', lines: [line] } as const;
    expect(message(fresh).text).toContain('1 thing came up since you were last told.\n');
    expect(message({ ...fresh, ...inChinese }).text).toContain('自上次通知以来新增 1 件。\n');
    expect(message({ lines: [line] }).text).not.toContain('New:');
  });

  test('says once what is called like its reason', () => {
    const [same, chinese] = [
      { lines: [{ ...line, what: 'changed', why: 'Take' }] },
      { lines: [{ ...line, what: 'changed', why: 'corrected' }], ...inChinese },
    ] as const;
    expect(message(same).text).toContain('• The order was corrected (Take)\n');
    expect(message(chinese).text).toContain('• 登记内容已更正\n');
  });

  test('says that more waits than it lists, and no address where nobody has said one', () => {
    const { text } = messageOf({ ...owed, hasMore: true }, { ...around, publicUrl: null });
    expect(text).toContain('\n\nMore waits in your inbox.\n--\nSent by Mulin');
    expect(message({ hasMore: true, ...inChinese }).text).toContain(
      '\n\n其余事项请在待办中查看。\nhttps://meixi.example\n--\n',
    );
  });

  test.each<[Owed['kind'], number, string, string]>([
    ['urgent', 2, 'Urgent: 2 things to look at now', '【紧急】2 件事项请立即处理'],
    ['notice', 2, '2 new things for you', '【待办】新增 2 件'],
    ['digest', 2, 'Your inbox: 2 new things', '【待办汇总】新增 2 件'],
    ['digest', 1, 'Your inbox: 1 new thing', '【待办汇总】新增 1 件'],
  ])('that is a %s of %d is called so', (kind, fresh, en, zh) => {
    const lines = Array.from({ length: fresh }, () => line);
    expect(subject({ kind, fresh, lines })).toBe(en);
    expect(subject({ kind, fresh, lines, ...inChinese })).toBe(zh);
  });

  test('without a line that is left is called by how many there were', () => {
    expect(subject({ lines: [] })).toBe('1 new thing for you');
    expect(subject({ kind: 'urgent', lines: [] })).toBe('Urgent: 1 thing to look at now');
  });
});

test('A program reads the same, with names beside the codes', () => {
  const { isNew, ...rest } = line;
  const data = {
    id: 'notice-1',
    town: 'meixi',
    account: 'wu',
    kind: 'notice',
    items: [{ ...rest, of: 'case', isNew, whatName: '接单', whyName: '新登记的诉求' }],
    hasMore: false,
    url: 'https://meixi.example',
  };
  expect(payloadOf({ ...owed, ...inChinese }, around, 'meixi')).toEqual({
    type: 'inbox.notice',
    timestamp: owed.at,
    data,
  });
});

test('A code of a newer program is called by itself', () => {
  for (const code of ['from-the-future', 'toString']) {
    expect(reasonOf(code)).toEqual({ en: code, zh: code });
    expect(failureText(code)).toEqual({ en: code, zh: code });
  }
  expect(failureText('receiver-away').en).toBe('the receiver does not answer');
  expect(failureText('channel-off').zh).toBe('该通知方式已关闭');
});

test('A dispute and a promise are told in both languages, without a word of what was said there', () => {
  const text = (what: Line['what'], why: string, language: 'en' | 'zh') =>
    message({ language, lines: [{ ...line, of: 'dispute', number: 'mu-T2026-000001', what, why }] }).text;
  expect(text('mediate', 'load', 'zh')).toContain('• 主持调解（按当前工作量指派）\n  mu-T2026-000001');
  expect(text('danger', 'reported', 'en')).toContain('• A quarrel may turn into harm (it was reported)');
  expect(
    payloadOf({ ...owed, lines: [{ ...line, of: 'promise' }] }, around, 'meixi').data.items,
  ).toMatchObject([{ of: 'promise' }]);
});

test('Whatever brings a dispute or a promise to somebody is called in both languages', () => {
  const clocks = ['assign', 'consent', 'meet', 'settle', 'perform', 'confirm', 'danger', 'promise'];
  const codes = [...assignmentReasons, ...clocks, 'no-mediator', 'challenged', 'reported', 'promised'];
  expect(codes.filter((code) => !/\p{Script=Han}/u.test(reasonOf(code).zh))).toEqual([]);
});
