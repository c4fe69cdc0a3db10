/** What the route that describes the town promises. */
import { nets } from '@mulin/pack';
import type { Operation, Tag } from '@mulin/service';
import { z } from 'zod';

const townTag: Tag = {
  name: 'town',
  description: { en: 'What this town is.', zh: '本镇概况。' },
};

export const describingTown: Operation = {
  tag: townTag,
  summary: { en: 'The town', zh: '本镇概况' },
  description: {
    en: 'How the town is called, in which zone its clocks run, in which languages it speaks and how far it reaches: `bounds` are west, south, east and north in WGS 84. `map` is what a map shows under the borders, as the town’s pack names it; its `datum` is that of the pictures alone, and all other places are in WGS 84. For everybody to see; may be kept for an hour.',
    zh: '本镇名称、时区、语言与范围；`bounds` 依次为西、南、东、北，坐标系为 `WGS84`。`map` 为规则包指定的底图，其 `datum` 仅指底图所用坐标系，其余位置均为 `WGS84`。任何人均可查看，可缓存一小时。',
  },
  answer: z
    .strictObject({
      town: z.string(),
      name: z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: 'Name' }),
      zone: z.string(),
      languages: z.array(z.enum(['zh', 'en'])),
      nets: z.array(z.enum(nets).meta({ id: 'Net' })),
      bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      map: z
        .strictObject({
          tiles: z.string(),
          attribution: z.string(),
          datum: z.enum(['wgs84', 'gcj02']),
        })
        .meta({ id: 'MapTiles' })
        .nullable(),
    })
    .meta({ id: 'Town' }),
  mayBeKept: true,
  example: {
    town: 'mu',
    name: { zh: '牟邻镇', en: 'Mulin' },
    zone: 'Asia/Shanghai',
    languages: ['zh', 'en'],
    nets: ['life', 'production', 'commerce'],
    bounds: [119.73, 36.35, 119.79, 36.4],
    map: null,
  },
};
