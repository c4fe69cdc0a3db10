/** Who may sign in to a town from its first start on. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Area, LocalizedText, NewAccount, Role } from '@mulin/kernel';
import type { Pack } from '@mulin/pack';
import type { Platform } from '@mulin/service';

/** Who works for the whole town where no roster names anybody of that role. A program of another system is given a token. */
const ofTheTown: readonly Role[] = [
  'hotline-clerk',
  'office-member',
  'mediator',
  'verifier',
  'helper',
  'auditor',
  'operator',
  'resident',
];

/** Everybody on a roster, where they stand first, and one for each role of the whole town. */
export const accountsOf = ({ town: { town }, routing }: Pick<Pack, 'town' | 'routing'>): NewAccount[] => {
  const areas = new Map(routing.grids.map(({ id, area }) => [id, area]));
  const { members, leaders, watch, helpers, offices } = routing.rosters;
  const places = [
    ...[...members].map(([id, duties]) => ({ area: areas.get(id), duties })),
    ...[...leaders, ...watch, ...helpers].map(([area, duties]) => ({ area, duties })),
    ...[...offices.values()].map(({ duties }) => ({ area: town, duties })),
  ];
  const rostered = places.flatMap(({ area, duties }) =>
    area === undefined
      ? []
      : duties.map(({ account, role, name }): NewAccount => ({
          // Paths of the town's own pack, which were read as such.
          actor: { id: account, role, area: area as Area },
          name: name?.zh ?? null,
        })),
  );
  const isRostered = (role: Role) => rostered.some(({ actor }) => actor.role === role);
  const all = ofTheTown
    .filter((role) => !isRostered(role))
    .map((role): NewAccount => ({
      actor: { id: `${role}@${town}`, role, area: town as Area },
      name: null,
    }));
  return [...new Map([...rostered, ...all].reverse().map((it) => [it.actor.id, it])).values()].reverse();
};

/** One account of each role: the others are given a password when somebody asks for it. */
const firstOfEach = (accounts: readonly NewAccount[]): readonly string[] => [
  ...new Map([...accounts].reverse().map(({ actor }) => [actor.role, actor.id])).values(),
];

/**
 * Makes the accounts that are not there yet; where no account has a password, sets a random one for one account of each
 * role and gives those back, this once: nothing keeps them but their hashes.
 */
export const seedAccounts = async (
  { identity, signIn }: Pick<Platform, 'identity' | 'signIn'>,
  pack: Pick<Pack, 'town' | 'routing'>,
): Promise<ReadonlyMap<string, string>> => {
  const accounts = accountsOf(pack);
  await identity.ensureAll(accounts);
  return (await signIn.hasPasswords()) ? new Map() : signIn.seedPasswords(firstOfEach(accounts));
};

type Telling = Readonly<{ home: string; isTerminal: boolean; say: (sentence: LocalizedText) => void }>;

const fileName = 'first-passwords.txt';
const ownerOnly = 0o600;

/** To somebody at a terminal; where nobody looks, into a file that only the owner of the home can read. Never a log. */
export const tellPasswords = async (
  passwords: ReadonlyMap<string, string>,
  { home, isTerminal, say }: Telling,
): Promise<void> => {
  if (passwords.size === 0) return;
  const lines = [...passwords].map(([account, password]) => `  ${password}  ${account}`).join('\n');
  const others = 'npm run mulin -- accounts password ACCOUNT';
  if (isTerminal)
    return say({
      en: `First passwords, shown this once; any other account is given one by ${others}.\n${lines}`,
      zh: `初始密码，仅显示这一次；其他账号可用 ${others} 生成密码。\n${lines}`,
    });
  const file = path.join(home, fileName);
  await writeFile(file, `${lines}\n`, { mode: ownerOnly });
  say({
    en: `First passwords are in ${file}: read it, then delete it. Any other account is given one by ${others}.`,
    zh: `初始密码在 ${file} 中，查看后请删除；其他账号可用 ${others} 生成密码。`,
  });
};
