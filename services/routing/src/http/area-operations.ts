/** What the routes of areas and of the map promise: answers, examples, and words for whoever connects. */
import { nets } from '@mulin/contracts';
import type { Operation, Tag } from '@mulin/service';
import { z } from 'zod';
import { unitKinds } from '../queries/units-shown.js';

const areasTag: Tag = {
  name: 'areas',
  description: { en: 'The areas of the town, and who is on duty.', zh: '本镇辖区与在岗人员。' },
};

const Name = z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: 'Name' });

export const listingAreas: Operation = {
  tag: areasTag,
  summary: { en: 'Areas, and who is on duty', zh: '辖区与在岗人员' },
  description: {
    en: "The areas and micro-grids that lie in one's own area, with whoever is on duty in each.",
    zh: '本人辖区内的各级区域与微网格，以及各微网格的在岗人员。',
  },
  answer: z.strictObject({
    areas: z.array(z.strictObject({ path: z.string(), name: Name }).meta({ id: 'Area' })),
    microGrids: z.array(
      z
        .strictObject({
          microGrid: z.string(),
          area: z.string(),
          net: z.enum(nets).meta({ id: 'Net' }),
          name: Name,
          member: z.string().nullable(),
        })
        .meta({ id: 'MicroGrid' }),
    ),
  }),
  example: {
    areas: [{ path: 'mu/dongguan', name: { zh: '东关社区', en: 'East Gate Community' } }],
    microGrids: [
      {
        microGrid: 'hetou-1-a',
        area: 'mu/dongguan/hetou/hetou-1/hetou-1-a',
        net: 'life',
        name: { zh: '河头村第1网格甲', en: 'River Head 1a' },
        member: 'grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a',
      },
    ],
  },
};

export const listingUnits: Operation = {
  tag: areasTag,
  summary: { en: 'Units that can be asked', zh: '可请求的单位' },
  description: {
    en: 'Every unit in which somebody could be asked now, as `hand-over` and `helpers` of an order name it: the offices, the leaders of an area, micro-grids, and those who help in an area, who are called in and never given an order. Who is on duty there is not told.',
    zh: '当前有人可承办或协办的全部单位，写法与交单、请求协办所用一致：镇办科室、各级区域负责人、微网格，以及区域协办人员（只协办，不承办）。不含在岗人员姓名。',
  },
  answer: z.strictObject({
    items: z.array(
      z.strictObject({ unit: z.string(), kind: z.enum(unitKinds), name: Name }).meta({ id: 'Unit' }),
    ),
  }),
  example: {
    items: [
      { unit: 'office:urban-works', kind: 'office', name: { zh: '城建办公室', en: 'Urban Works Office' } },
    ],
  },
};

const AreaAround = z.strictObject({ path: z.string(), name: Name }).meta({ id: 'AreaAround' }).nullable();
const Positions = z.array(z.array(z.number()));

export const showingLand: Operation = {
  tag: areasTag,
  summary: { en: 'The map of micro-grids', zh: '微网格地图' },
  description: {
    en: 'The micro-grids whose borders are in force, as a FeatureCollection of GeoJSON (RFC 7946) in WGS 84, to a tenth of a metre; for everybody to see. An area around that has no name of its own is `null`. May be kept for an hour; `If-None-Match` is answered with 304 where nothing has changed.',
    zh: '当前有效的全部微网格边界，为标准地理要素集合，坐标系为 `WGS84`，精确到0.1米，任何人均可查看。上级区域没有名称时为 `null`。可缓存一小时；带 `If-None-Match` 且内容未变时返回304。',
  },
  answer: z
    .strictObject({
      type: z.literal('FeatureCollection'),
      features: z.array(
        z
          .strictObject({
            type: z.literal('Feature'),
            id: z.string(),
            properties: z.strictObject({
              id: z.string(),
              name: Name,
              net: z.enum(nets).meta({ id: 'Net' }),
              area: z.string(),
              community: AreaAround,
              village: AreaAround,
              grid: AreaAround,
            }),
            geometry: z.union([
              z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(Positions) }),
              z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Positions)) }),
            ]),
          })
          .meta({ id: 'MicroGridFeature' }),
      ),
    })
    .meta({ id: 'MicroGridMap' }),
  mayBeKept: true,
  example: {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: 'hetou-1-a',
        properties: {
          id: 'hetou-1-a',
          name: { zh: '河头村第1网格甲', en: 'River Head 1a' },
          net: 'life',
          area: 'mu/dongguan/hetou/hetou-1/hetou-1-a',
          community: { path: 'mu/dongguan', name: { zh: '东关社区', en: 'East Gate Community' } },
          village: { path: 'mu/dongguan/hetou', name: { zh: '河头村', en: 'River Head' } },
          grid: { path: 'mu/dongguan/hetou/hetou-1', name: { zh: '河头村第1网格', en: 'River Head 1' } },
        },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [119.74, 36.37],
              [119.75, 36.37],
              [119.75, 36.38],
              [119.74, 36.37],
            ],
          ],
        },
      },
    ],
  },
};
