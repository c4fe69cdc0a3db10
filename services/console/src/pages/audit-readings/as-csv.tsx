/** What the two records hold of what is looked for, as tables for spreadsheets. */
import { useSearchParams } from 'wouter';
import type { Schemas } from '../../api/client';
import { AsCsv } from '../../parts/as-csv';
import { useTownClock } from '../../parts/town-clock';
import { useChangeText } from './changed';
import { readReadings, readSignIns } from './find';
import { useTexts } from './texts';

type Reading = Schemas['Reading'];
type SignIn = Schemas['SignInRecord'];

export const ReadingsAsCsv = () => {
  const say = useTexts();
  const [params] = useSearchParams();
  const { today } = useTownClock();
  const kindOf = ({ isErasure, kindName }: Reading) =>
    [isErasure ? say('erased') : '', kindName ?? say('person')].filter(Boolean).join(' ');
  return (
    <AsCsv
      name={`readings-${today}`}
      columns={[
        { head: say('at'), of: ({ at }: Reading) => at },
        { head: say('who'), of: ({ readerName }: Reading) => readerName },
        { head: say('reader'), of: ({ reader }: Reading) => reader },
        { head: say('kind'), of: kindOf },
        { head: say('purpose'), of: ({ purposeName }: Reading) => purposeName },
        { head: say('number'), of: ({ number }: Reading) => number },
      ]}
      read={(cursor) => readReadings(params, cursor)}
    />
  );
};

export const SignInsAsCsv = () => {
  const say = useTexts();
  const changeText = useChangeText();
  const [params] = useSearchParams();
  const { today } = useTownClock();
  return (
    <AsCsv
      name={`sign-ins-${today}`}
      columns={[
        { head: say('at'), of: ({ at }: SignIn) => at },
        { head: say('what'), of: ({ what }: SignIn) => say(what) },
        { head: say('change'), of: ({ change }: SignIn) => changeText(change) },
        { head: say('about'), of: ({ about }: SignIn) => about },
        { head: say('by'), of: ({ by }: SignIn) => by },
        { head: say('from'), of: ({ from }: SignIn) => from },
      ]}
      read={(cursor) => readSignIns(params, cursor)}
    />
  );
};
