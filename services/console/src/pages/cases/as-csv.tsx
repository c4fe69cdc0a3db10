/** The cases that meet the conditions, as a table for spreadsheets. */
import { caseStateWords } from '@mulin/kernel';
import type { Schemas } from '../../api/client';
import { useLanguage } from '../../app/texts';
import { AsCsv } from '../../parts/as-csv';
import { momentIn } from '../../parts/time';
import { useTownClock } from '../../parts/town-clock';
import { readCases } from './find';
import { nextDueOf } from './table';
import { useTexts } from './texts';

type Case = Schemas['CaseListed'];

export const CasesAsCsv = ({ params }: Readonly<{ params: URLSearchParams }>) => {
  const say = useTexts();
  const language = useLanguage();
  const { today } = useTownClock();
  const moment = (at: string | null) => (at === null ? null : momentIn(language, at));
  const columns = {
    number: (it: Case) => it.number ?? it.sourceNumber ?? it.caseId,
    state: ({ state }: Case) => caseStateWords[state][language],
    what: (it: Case) => it.menuItemName ?? it.menuItem,
    where: (it: Case) => it.microGridName ?? it.areaName,
    holder: ({ holderName }: Case) => holderName,
    reported: ({ reportedAt }: Case) => moment(reportedAt),
    due: (it: Case) => moment(nextDueOf(it)),
  };
  // Its keys are those of the lines above, which are texts of this page.
  const names = Object.keys(columns) as (keyof typeof columns)[];
  return (
    <AsCsv
      name={`cases-${today}`}
      columns={names.map((name) => ({ head: say(name), of: columns[name] }))}
      read={(cursor) => readCases(params, cursor)}
    />
  );
};
