import { textsOf } from '../../app/texts';

export const useTexts = textsOf('waiting', {
  en: {
    title: 'What waits for me',
    hint: 'What is due first comes first.',
    decide: 'Waiting for my decision',
    inform: 'For information',
    emptyTitle: 'Nothing waits for you',
    emptyHint: 'Whatever comes to you appears here by itself, with its reason and how long there is still.',
    noDeadline: 'no deadline',
    seen: 'Seen',
    unread: 'new',
    urgent: 'urgent',
    all: 'Show {{count}} more',
  },
  zh: {
    title: '我的待办',
    hint: '最先到期的排在最前。',
    decide: '等我处理',
    inform: '知悉事项',
    emptyTitle: '没有待办',
    emptyHint: '有事项到您这里时会自动出现，并说明原因和剩余时间。',
    noDeadline: '无时限',
    seen: '已阅',
    unread: '新',
    urgent: '紧急',
    all: '再显示 {{count}} 项',
  },
});
