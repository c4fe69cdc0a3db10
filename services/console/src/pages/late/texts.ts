import { textsOf } from '../../app/texts';

export const useTexts = textsOf('late', {
  en: {
    title: 'Late',
    hint: 'What is owed and not answered, who has it and who was told. Longest overdue first.',
    emptyTitle: 'Nothing is late',
    emptyHint: 'A missed deadline comes here by itself, and leaves when it is answered.',
    what: 'What',
    holder: 'In whose hands',
    waits: 'Waits for',
    warning: 'warning',
    where: 'Where',
    late: 'Late',
  },
  zh: {
    title: '超期升级',
    hint: '应答复而未答复的事项、承办人及已告知的人，超期最久者在前。',
    emptyTitle: '没有超期事项',
    emptyHint: '超过时限的事项会自动出现在这里，答复后消失。',
    what: '事项',
    holder: '承办人',
    waits: '待处理人',
    warning: '提醒',
    where: '区域',
    late: '超期',
  },
});
