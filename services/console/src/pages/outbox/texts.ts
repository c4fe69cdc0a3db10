import { textsOf } from '../../app/texts';

export const useTexts = textsOf('outbox', {
  en: {
    title: 'To be sent',
    hint: 'What you did without network is sent by itself, in its order. You can close the page.',
    refused: 'Not accepted',
    waiting: 'Waits',
    sent: 'Sent today',
    sendNow: 'Send now',
    emptyTitle: 'Everything is sent',
    emptyHint:
      'What you do without network is kept here on this device, and sent as soon as the town is reached. It stays when you sign out, and is sent for you alone.',
  },
  zh: {
    title: '待发送',
    hint: '无网络时的操作会按顺序自动发送，可以关闭页面。',
    refused: '未被接受',
    waiting: '等待发送',
    sent: '今日已发送',
    sendNow: '立即发送',
    emptyTitle: '已全部发送',
    emptyHint: '无网络时的操作保存在本机，联网后自动发送。退出登录后仍会保留，且只以您的身份发送。',
  },
});
