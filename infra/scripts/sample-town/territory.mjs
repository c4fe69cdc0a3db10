/**
 * The areas of the sample town: 8 communities, 36 villages and 90 grids, redrawn at the turn of the year into 297
 * micro-grids of the life net; before that each grid was one micro-grid. Enterprises and markets lie over them.
 */
import { meshOf, positionOf } from './mesh.mjs';
import { both, communities, enterprises, letters, markets, stems, villages } from './names.mjs';
import { divided, isInOnePiece, polygonOf } from './regions.mjs';

const town = 'mu';
export const microGridCount = 297;
/** From then on there are micro-grids. */
export const redrawnAt = '2026-01-01T00:00:00+08:00';

/** Near the old bridge head: its village is the first of the first community. */
const bridgeHead = [119.744, 36.373];

/** So many of each, in proportion to what they have, and at least `least`. */
const shared = (total, weights, least) => {
  const counts = weights.map(() => least);
  const sum = weights.reduce((all, it) => all + it);
  for (let left = total - least * weights.length; left > 0; left--) {
    const want = weights.map((weight, place) => (weight / sum) * total - counts[place]);
    counts[want.indexOf(Math.max(...want))]++;
  }
  return counts;
};

const far = ([ax, ay], [bx, by]) => (ax - bx) ** 2 + (ay - by) ** 2;
const nearestTo = (cells, position) =>
  cells.reduce((best, cell) =>
    far(positionOf(cell.point), position) < far(positionOf(best.point), position) ? cell : best,
  ).id;

/** The part with this cell first. */
const firstWith = (parts, id) => [...parts].sort((a, b) => b.includes(id) - a.includes(id));

const communitiesOf = (cells, chance) => {
  const home = nearestTo(cells, bridgeHead);
  const parts = divided(
    cells,
    cells.map(({ id }) => id),
    communities.map(({ grids }) => grids),
    chance,
  );
  let village = 0;
  return firstWith(parts, home).map((ids, place) => {
    const { slug, name, villages: count, grids } = communities[place];
    const shares = Array.from({ length: count }, () => chance.between(0.8, 1.3));
    const own = firstWith(divided(cells, ids, shares, chance), home);
    const counts = shared(
      grids,
      own.map((it) => it.length),
      place < 2 ? 2 : 1,
    );
    const path = `${town}/${slug}`;
    return {
      path,
      name,
      villages: own.map((its, at) => ({
        ...villages[village++],
        in: path,
        gridCount: counts[at],
        ids: its,
      })),
    };
  });
};

/** The grids of a village: `{ path, name, village, ids }`. */
const gridsOf = (cells, village, chance) => {
  const path = `${village.in}/${village.slug}`;
  const shares = Array.from({ length: village.gridCount }, () => chance.between(0.85, 1.2));
  return divided(cells, village.ids, shares, chance).map((ids, place) => ({
    id: `${village.slug}-${place + 1}`,
    path: `${path}/${village.slug}-${place + 1}`,
    name: both(`${village.name.zh}第${place + 1}网格`, `${village.name.en} grid ${place + 1}`),
    village: path,
    ids,
  }));
};

const partsOf = (cells, grid, count, chance) => {
  const shares = Array.from({ length: count }, () => chance.between(0.85, 1.2));
  return divided(cells, grid.ids, shares, chance).map((ids, place) => ({
    id: `${grid.id}-${letters[place]}`,
    name: both(`${grid.name.zh}${stems[place]}`, `${grid.name.en.replace('grid ', '')}${letters[place]}`),
    grid: grid.path,
    ids,
  }));
};

const touch = (cells, one, other) =>
  one.some((id) => cells[id].neighbours.some((it) => other.includes(it.id)));

/** How many micro-grids belonged to another grid of their village before the redraw. */
const movedCount = 15;

/** What each grid covered before: nearly what it covers now. */
const formerGrids = (cells, grids, microGrids, chance) => {
  const former = new Map(grids.map(({ path, ids }) => [path, ids]));
  let moved = 0;
  for (const { grid, ids } of chance.shuffled(microGrids)) {
    if (moved === movedCount) break;
    const rest = former.get(grid).filter((id) => !ids.includes(id));
    const { village } = grids.find(({ path }) => path === grid);
    const other = grids.find(
      (it) => it.village === village && it.path !== grid && touch(cells, ids, former.get(it.path)),
    );
    if (rest.length < 6 || other === undefined || !isInOnePiece(cells, rest)) continue;
    if (grids.find(({ path }) => path === grid).ids.length !== former.get(grid).length) continue;
    former.set(grid, rest);
    former.set(other.path, [...former.get(other.path), ...ids]);
    moved++;
  }
  return former;
};

/** From one cell on, as many more of the same grid as are asked for. */
const patch = (cells, grid, start, count) => {
  const ids = [start];
  for (let place = 0; place < ids.length && ids.length < count; place++)
    for (const { id, overRoad } of cells[ids[place]].neighbours)
      if (ids.length < count && !overRoad && grid.ids.includes(id) && !ids.includes(id)) ids.push(id);
  return ids;
};

/** One enterprise or market in each of these grids: `[grid, net, its names]`. */
const overlay = (cells, grid, net, [zh, slug], chance) => {
  const isMarket = net === 'commerce';
  const atRoad = grid.ids.filter((id) => cells[id].isAtRoad);
  const start = chance.oneOf(atRoad.length > 0 ? atRoad : grid.ids);
  const ids = patch(cells, grid, start, isMarket ? 2 : 4 + chance.below(4));
  const village = grid.id.replace(/-\d+$/, '');
  const placeName = villages.find((it) => it.slug === village).name;
  const words = slug.replaceAll('-', ' ');
  return {
    id: `${village}-${slug}`,
    name: both(`${placeName.zh.slice(0, -1)}${zh}`, `${placeName.en} ${words}`),
    net,
    grid: grid.path,
    ids,
  };
};

const middleDistance = (cells, { ids }) =>
  ids.reduce((sum, id) => sum + Math.sqrt(far(cells[id].point, [0, 0])), 0) / ids.length;

/** Markets lie where most people live, enterprises where there is room; none of one net in a grid that has one. */
const overlaysOf = (cells, grids, chance) => {
  const sorted = [...grids].sort((a, b) => middleDistance(cells, a) - middleDistance(cells, b));
  const spread = (from, count, step) =>
    Array.from({ length: count }, (_, place) => sorted[from + Math.floor(place * step)]);
  return [
    ...spread(44, enterprises.length, 3.7).map((grid, at) =>
      overlay(cells, grid, 'production', enterprises[at], chance),
    ),
    ...spread(0, markets.length, 2.3).map((grid, at) =>
      overlay(cells, grid, 'commerce', markets[at], chance),
    ),
  ];
};

const feature = (cells, { id, name, net, grid, ids, ...term }) => ({
  type: 'Feature',
  properties: { id, name, net, area: `${grid}/${id}`, ...term },
  geometry: { type: 'Polygon', coordinates: polygonOf(cells, ids) },
});

/**
 * `areas` of town.json, `grids`, `microGrids` (life net, now), `former` (life net, before) and `overlays`, each with its
 * `id`, `name` and the path of its `grid`; and the `features` of grids.geojson, what is in force now first.
 */
export const territoryBy = (chance) => {
  const cells = meshOf(chance);
  const all = communitiesOf(cells, chance);
  const grids = all.flatMap((it) => it.villages.flatMap((village) => gridsOf(cells, village, chance)));
  const counts = shared(
    microGridCount,
    grids.map(({ ids }) => ids.length),
    2,
  );
  const microGrids = grids.flatMap((grid, place) => partsOf(cells, grid, counts[place], chance));
  const before = formerGrids(cells, grids, microGrids, chance);
  const former = grids.map(({ id, name, path }) => ({ id, name, grid: path, ids: before.get(path) }));
  const overlays = overlaysOf(cells, grids, chance);
  return {
    communities: all,
    grids,
    microGrids,
    former,
    overlays,
    areas: all.flatMap(({ path, name, villages: own }) => [
      { path, name },
      ...own.flatMap((village) => [
        { path: `${path}/${village.slug}`, name: village.name },
        ...grids
          .filter((grid) => grid.village === `${path}/${village.slug}`)
          .map((grid) => ({ path: grid.path, name: grid.name })),
      ]),
    ]),
    features: [
      ...microGrids.map((it) => feature(cells, { ...it, net: 'life', from: redrawnAt })),
      ...overlays.map((it) => feature(cells, it)),
      ...former.map((it) => feature(cells, { ...it, net: 'life', until: redrawnAt })),
    ],
  };
};
