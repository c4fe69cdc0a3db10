/** Holds every answer of a town to what its own OpenAPI description promises of that route. */
import { Ajv2020 } from 'ajv/dist/2020.js';

type Answer = Readonly<{ content?: Readonly<Record<string, Readonly<{ schema: object }>>>; $ref?: string }>;
export type ApiOperation = Readonly<{
  operationId: string;
  summary?: string;
  description?: string;
  parameters: readonly Readonly<{ name: string; in: string }>[];
  responses: Readonly<Record<string, Answer>>;
}>;
export type ApiDocument = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  components: Readonly<{ responses: Readonly<Record<string, Answer>> }>;
}>;

type Heard = Readonly<{ method: string; path: string; status: number; type: string; text: string }>;

const pattern = (path: string) =>
  new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`);

const pointer = (...parts: readonly string[]) =>
  parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');

type Place = Readonly<{ at: string; answer: Answer }>;

/** Where an answer stands in the document, which may be among those that many routes share. */
const placeOf = ({ components }: ApiDocument, at: string, answer: Answer): Place => {
  const shared = answer.$ref?.split('/').at(-1);
  if (shared === undefined) return { at, answer };
  return { at: pointer('components', 'responses', shared), answer: components.responses[shared] ?? {} };
};

/** A status that is not named has the default answer. */
const placeIn = (
  document: ApiDocument,
  [path, method]: readonly [string, string],
  status: number,
): Place | null => {
  const responses = document.paths[path]?.[method]?.responses;
  if (responses === undefined) return null;
  const key = String(status) in responses ? String(status) : 'default';
  return placeOf(document, pointer('paths', path, method, 'responses', key), responses[key] ?? {});
};

const mediaOf = (type: string): string => type.split(';', 1)[0] ?? '';
const addressOf = (path: string): string => path.split('?', 1)[0] ?? path;

/** Tells what is wrong with an answer; `null`: it is as described, or nothing is at that address. */
export const describedBy = (document: ApiDocument) => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(document, 'api');
  const routes = Object.keys(document.paths)
    .sort((one, other) => Number(one.includes('{')) - Number(other.includes('{')))
    .map((path) => ({ path, matches: pattern(path) }));

  const complaintOf = ({ at, answer }: Place, { type, text }: Heard): string | null => {
    const media = mediaOf(type);
    if (answer.content?.[media] === undefined) return `${media}, which is not described`;
    if (!media.endsWith('json')) return null;
    const isFine = ajv.validate(`api#/${at}/content/${pointer(media)}/schema`, JSON.parse(text));
    return isFine ? null : `not as described: ${ajv.errorsText()} in ${text.slice(0, 400)}`;
  };

  return (heard: Heard): string | null => {
    const { method, path, status } = heard;
    const route = routes.find(({ matches }) => matches.test(addressOf(path)));
    const place = route && placeIn(document, [route.path, method.toLowerCase()], status);
    const complaint = place && complaintOf(place, heard);
    return complaint ? `${method} ${path} answered ${status}, ${complaint}` : null;
  };
};

const known = new Map<string, Promise<ReturnType<typeof describedBy>>>();

const fetched = async (url: string) => {
  const response = await fetch(`${url}/openapi.json`);
  return describedBy((await response.json()) as ApiDocument); // What a town describes itself with.
};

/** Throws an `Error` where a town answers otherwise than it describes. */
export const assertDescribed = async (url: string, heard: Heard): Promise<void> => {
  const describe = known.get(url) ?? fetched(url);
  known.set(url, describe);
  const wrong = (await describe)(heard);
  if (wrong !== null) throw new Error(wrong);
};
