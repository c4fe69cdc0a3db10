/** `mulin pack build` and `mulin pack check`: the files that describe a town. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildPack } from '@mulin/routing';
import { problemsOfPack } from '@mulin/town';
import { isZone } from '@mulin/working-time';
import type { Surroundings } from '../surroundings.js';
import { exits, type Outcome, WrongCall } from '../terminal.js';
import { readJson } from './read-json.js';

type Build = Readonly<{
  grids: string;
  id: string;
  name: string;
  zone: string;
  out: string;
  community?: string;
  town?: string;
}>;

export const packBuildCommand = async ({ resolve }: Surroundings, options: Build): Promise<Outcome> => {
  const folder = resolve(options.out);
  if (!isZone(options.zone))
    throw new WrongCall(`${options.zone} is no time zone: give an IANA name, such as Asia/Shanghai.`);
  const { files, ...built } = buildPack({
    grids: await readJson(resolve(options.grids), options.grids),
    idField: options.id,
    nameField: options.name,
    zone: options.zone,
    town: options.town ?? slugOf(path.basename(folder)),
    ...(options.community === undefined ? {} : { communityField: options.community }),
  });
  if (built.grids === 0)
    throw new WrongCall(
      `${options.grids} holds no micro-grid that can be used: ${built.problems.join('; ')}`,
    );

  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return {
    json: built,
    lines: [
      `${built.grids} micro-grids in ${built.communities} communities written to ${options.out}.`,
      ...built.problems,
      ...built.warnings,
      `Start a town with it: MULIN_PACK=${options.out} npm start`,
    ],
    exit: built.problems.length > 0 ? exits.notAsItShould : exits.done,
  };
};

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '') || 'town';

export const packCheckCommand = async ({ resolve }: Surroundings, folder: string): Promise<Outcome> => {
  if (!existsSync(resolve(folder))) throw new WrongCall(`There is no folder ${folder}.`);
  const problems = await problemsOfPack(resolve(folder));
  const ok = problems.length === 0;
  return {
    json: { ok, problems },
    lines: ok ? [`${folder} describes a town, and nothing is wrong with it.`] : problems,
    exit: ok ? exits.done : exits.notAsItShould,
  };
};
