/** The files of a pack as somebody chooses them: a folder, or a zip of it. */
import { unzipSync } from 'fflate';
import { NoZip } from './not-checked';

/** By its name without folders, the text of each file. */
export type Texts = ReadonlyMap<string, string>;

type Named = Readonly<{ path: string; bytes: Uint8Array }>;

const isOfPack = (path: string): boolean => /\.(?:json|geojson)$/i.test(path) && !/(?:^|\/)[._]/.test(path);
const depthOf = (path: string): number => path.split('/').length;

/** Of two files of one name the one that lies higher counts: a copy of a pack may lie within it. */
const textsOf = (files: readonly Named[]): Texts =>
  new Map(
    [...files]
      .sort((one, other) => depthOf(other.path) - depthOf(one.path))
      .map(({ path, bytes }) => [path.split('/').at(-1) ?? '', new TextDecoder().decode(bytes)]),
  );

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

const unzipped = (bytes: Uint8Array): readonly Named[] => {
  try {
    const files = unzipSync(bytes, { filter: ({ name }) => isOfPack(name) });
    return Object.entries(files).map(([path, content]) => ({ path, bytes: content }));
  } catch {
    throw new NoZip();
  }
};

const isZip = ({ name }: File): boolean => /\.zip$/i.test(name);

/** Refused (`NoZip`) where a zip cannot be read. */
export const readPack = async (files: readonly File[]): Promise<Texts> => {
  const [first] = files;
  if (first !== undefined && files.length === 1 && isZip(first))
    return textsOf(unzipped(await bytesOf(first)));
  const wanted = files.filter((file) => isOfPack(file.webkitRelativePath || file.name));
  return textsOf(
    await Promise.all(
      wanted.map(async (file) => ({
        path: file.webkitRelativePath || file.name,
        bytes: await bytesOf(file),
      })),
    ),
  );
};
