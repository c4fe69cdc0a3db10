/** A dozen made-up quarrels of the month, which stand as differently as those of a real committee. Nobody in them is real. */
import { day, hour, type Instant, plus, upTo } from '@mulin/kernel';
import { gridsAt } from '@mulin/pack';
import { hasMediators } from '../story/who.js';
import { type DisputeScript, type Quarrel, scripts, type Who } from './dispute-scripts.js';
import type { Parts, Step } from './scene.js';
import { personNumbered } from './words.js';

type Json = Readonly<Record<string, unknown>>;

/** They do not all come at the same hour. */
const openingMs = 8 * hour;

const pathOf = (id: string, what: string) => `/api/v1/disputes/${id}${what === '' ? '' : `/${what}`}`;

const accountOf = ({ cast }: Parts, { mediator, area }: Quarrel, who: Who): string | undefined =>
  ({ mediator, committee: cast.committeeOf(area), secretary: cast.secretaryOf(area) })[who];

/** One after the other, each after its pause; where the town refuses one, nothing more becomes of it. */
const goOn = (parts: Parts, quarrel: Quarrel, script: DisputeScript, nth: number): readonly Step[] => {
  const act = script.acts[nth];
  if (act === undefined) return [];
  const { stage, hours, chance, refused } = parts;
  const at = hours.office(plus(stage.now(), act.after), chance.share('dispute', script.name, nth));
  const play = async (): Promise<readonly Step[]> => {
    const account = accountOf(parts, quarrel, act.who);
    if (account === undefined) return [];
    const path = pathOf(quarrel.id, act.what(quarrel));
    const key = `demo-dispute-${script.name}-${nth}`;
    const { status, body } = await stage.post(account, path, act.body(quarrel), key);
    if (status < 400) return goOn(parts, quarrel, script, nth + 1);
    refused.push(`dispute ${script.name}: ${act.what(quarrel)} ${String(body['code'])}`);
    return [];
  };
  return [{ at, play }];
};

const opened = (parts: Parts, area: string, { disputeId, mediator, parties }: Json): Quarrel | null => {
  if (typeof mediator !== 'string') return null;
  const [one = '', other = ''] = (parties as readonly { party: string }[]).map(({ party }) => party);
  const place = parts.pack.mediation.homes[0]?.id ?? 'elsewhere';
  const { stage, hours } = parts;
  return {
    ...{ id: String(disputeId), area, parties: [one, other], mediator, place },
    now: stage.now,
    atWork: (inMs) => hours.office(plus(stage.now(), inMs), 0),
  };
};

const villagesOf = ({ pack, stage }: Parts): readonly string[] => [
  ...new Set(gridsAt(pack.routing.grids, stage.now()).map(({ area }) => upTo('village', area))),
];

const beginning = (parts: Parts, script: DisputeScript, nth: number, until: Instant): Step => {
  const { stage, cast, chance, hours, refused } = parts;
  const share = chance.share('dispute', script.name);
  const at = hours.office(plus(until, -script.daysAgo * day - Math.floor(share * openingMs)), share);
  const play = async (): Promise<readonly Step[]> => {
    const villages = villagesOf(parts);
    const area = villages[nth % villages.length] ?? '';
    const person = (place: number) => personNumbered(nth * 2 + place);
    const body = {
      ...{ kind: script.kind, colour: script.colour, area, door: script.door, facts: script.facts },
      parties: [
        { role: 'applicant', ...person(0) },
        {
          role: 'respondent',
          ...(script.body === undefined ? person(1) : { name: script.body, isBody: true }),
        },
      ],
    };
    const { status, body: answer } = await stage.post(
      cast.clerk,
      '/api/v1/disputes',
      body,
      `demo-dispute-${script.name}`,
    );
    if (status >= 400) refused.push(`dispute ${script.name}: open ${String(answer['code'])}`);
    const quarrel = status < 400 ? opened(parts, area, answer) : null;
    return quarrel === null ? [] : goOn(parts, quarrel, script, 0);
  };
  return { at, play };
};

/** The first step of each; none in a town where nobody mediates. */
export const disputesOf = (parts: Parts, until: Instant): readonly Step[] =>
  hasMediators(parts.pack) ? scripts.map((script, nth) => beginning(parts, script, nth, until)) : [];
