import { textsOf } from '../../app/texts';

export const useTexts = textsOf('light-map', {
  en: {
    zoomIn: 'Closer',
    zoomOut: 'Farther',
    here: 'Where I am',
    notHere: 'This device does not say where it is.',
    keys: 'Arrow keys move the map, + and − bring it closer and farther.',
    keysPick: 'Arrow keys move the map, + and − bring it closer and farther, Enter chooses its middle.',
  },
  zh: {
    zoomIn: '放大',
    zoomOut: '缩小',
    here: '我的位置',
    notHere: '本设备未提供位置。',
    keys: '方向键移动地图，加号、减号缩放。',
    keysPick: '方向键移动地图，加号、减号缩放，回车键选择地图中心。',
  },
});
