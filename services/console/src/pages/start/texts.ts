import { textsOf } from '../../app/texts';

export const useTexts = textsOf('start', {
  en: {
    title: '{{town}}',
    hint: 'What can the town do for you?',
    ask: 'Place an order',
    askHint: 'Say what is wrong, and where. You are told by when it will be seen to.',
    my: 'My case',
    myHint: 'See how it stands, add to it, and say whether it was solved.',
    days: 'Interview days',
    daysHint: 'Speak with a secretary or a leader of the town.',
    promises: 'Promises',
    promisesHint: 'What was promised, and what became of it.',
    staff: 'You work for the town?',
  },
  zh: {
    title: '{{town}}',
    hint: '您有什么事需要办？',
    ask: '我要点单',
    askHint: '说明事项和地点，镇里限时办理并答复。',
    my: '我的案件',
    myHint: '查看进展，补充情况，办完后评价。',
    days: '书记接访日',
    daysHint: '预约与社区书记、镇领导面谈。',
    promises: '承诺公示',
    promisesHint: '承诺了什么，兑现了没有。',
    staff: '您是工作人员？',
  },
});
