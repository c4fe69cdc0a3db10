import { textsOf } from '../../app/texts';

export const useTexts = textsOf('field-map', {
  en: {
    title: 'My orders on the map',
    map: 'The micro-grids of the town; those with orders of yours are coloured',
    late: 'late, or soon due',
    calm: 'there is time',
    all: 'all orders',
    none: 'No order here',
    noneHint: 'Touch a coloured micro-grid to see what there is to do in it.',
    emptyTitle: 'No orders now',
    emptyHint: 'Where there is something for you to do, its micro-grid is coloured here.',
    show: 'Show it on the map',
  },
  zh: {
    title: '派单地图',
    map: '本镇微网格；有您派单的已着色',
    late: '已超期或即将到期',
    calm: '时间充裕',
    all: '全部派单',
    none: '此处没有派单',
    noneHint: '点按着色的微网格，查看其中的派单。',
    emptyTitle: '目前没有派单',
    emptyHint: '有派单的微网格会在这里着色。',
    show: '在地图上显示',
  },
});
