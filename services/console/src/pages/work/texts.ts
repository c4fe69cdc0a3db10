import { textsOf } from '../../app/texts';

export const useTexts = textsOf('work', {
  en: {
    title: 'Orders',
    offered: 'Offered to me',
    mine: 'In my hands',
    helping: 'I help with',
    'to-verify': 'To be verified',
    take: 'Take it',
    giveBack: 'Give back',
    giveBackTitle: 'Give the order back',
    giveBackHint: 'Somebody else is asked; the second time the secretary decides who answers.',
    why: 'Why',
    next: 'Next',
    notSent: 'to be sent: {{count}}',
    notAccepted: 'not accepted',
    emptyTitle: 'No orders now',
    emptyHint:
      'An order that is offered to you appears here by itself, with what it is about and how long you have. You are told of it by your notices, too.',
    emptyVerifier:
      'Work that somebody has finished appears here by itself, for you to see whether it is done.',
  },
  zh: {
    title: '派单',
    offered: '待我接单',
    mine: '我在办理',
    helping: '我在协办',
    'to-verify': '待我核查',
    take: '接单',
    giveBack: '退单',
    giveBackTitle: '退单',
    giveBackHint: '退单后将改派他人；第二次退单由社区书记确定承办人。',
    why: '退单原因',
    next: '下一步',
    notSent: '待发送{{count}}项',
    notAccepted: '有未被接受的操作',
    emptyTitle: '目前没有派单',
    emptyHint: '有派单时会自动显示在这里，并说明事项和剩余时间；您也会收到通知。',
    emptyVerifier: '办理完毕的派单会自动显示在这里，由您核查是否办好。',
  },
});
