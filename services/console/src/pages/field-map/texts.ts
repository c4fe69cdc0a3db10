import { textsOf } from '../../app/texts';

export const useTexts = textsOf('field-map', {
  en: {
    title: 'My orders on the map',
    map: 'Your orders on the map of the town, numbered by what is due first',
    late: 'late, or soon due',
    calm: 'there is time',
    all: 'all orders',
    turns: 'Number 1 is due first. Touch a number on the map to open its order.',
    emptyTitle: 'No orders now',
    emptyHint: 'Where there is something for you to do, you find it here on the map.',
    show: 'Show it on the map',
  },
  zh: {
    title: '派单地图',
    map: '本镇地图上您的派单，按到期先后编号',
    late: '已超期或即将到期',
    calm: '时间充裕',
    all: '全部派单',
    turns: '1 号最先到期。点按地图上的编号即可打开派单。',
    emptyTitle: '目前没有派单',
    emptyHint: '有派单时，会在这里的地图上显示。',
    show: '在地图上显示',
  },
});
