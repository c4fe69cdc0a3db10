import { textsOf } from '../app/texts';

export const useResidentTexts = textsOf('resident', {
  en: {
    photos: 'Photos',
    photo: 'Photo {{nth}}',
    addPhoto: 'Add photos',
    takeAway: 'Take photo {{nth}} away',
    photosHint: 'At most {{most}}. Where and when they were taken is not sent along.',
    photoWrong:
      'These were not added: they are no pictures that this device can show, or too many: {{names}}',
    number: 'Number of the case',
    code: 'Code',
    codeHint: 'You were given both when you asked: on the screen, on paper or on the phone.',
    open: 'Open',
    copy: 'Copy',
    copied: 'Copied',
  },
  zh: {
    photos: '照片',
    photo: '照片{{nth}}',
    addPhoto: '添加照片',
    takeAway: '移除照片{{nth}}',
    photosHint: '最多{{most}}张。拍摄地点和时间不会一并发送。',
    photoWrong: '以下文件未添加：不是本机可显示的图片，或超出张数：{{names}}',
    number: '案件编号',
    code: '查询码',
    codeHint: '登记时已告知您编号和查询码：在页面上、纸质单上或电话中。',
    open: '查看',
    copy: '复制',
    copied: '已复制',
  },
});
