/** The report of a month as a file, in the language of the page. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { saveFile } from '../../parts/save-file';
import type { Month } from '../../parts/town-days';
import { useTexts } from './texts';

type Wanted = Readonly<{ month: Month; area: string | null; format: 'csv' | 'pdf' }>;

const read = ({ month, area, format }: Wanted) => {
  const params = { query: { month, ...(area === null ? {} : { area }) } };
  return format === 'csv'
    ? answerOf(api.GET('/api/v1/rates/report', { params, parseAs: 'blob' }))
    : answerOf(api.GET('/api/v1/rates/report.pdf', { params, parseAs: 'blob' }));
};

export const useReport = () =>
  useMutation({
    mutationFn: async (wanted: Wanted) => {
      const content = (await read(wanted)) as unknown as Blob; // by `parseAs`
      saveFile(content, `rates-${wanted.month}.${wanted.format}`);
    },
  });

type Props = Readonly<{ report: ReturnType<typeof useReport>; month: Month; area: string | null }>;

export const ReportButtons = ({ report, month, area }: Props) => {
  const say = useTexts();
  return (
    <>
      {(['csv', 'pdf'] as const).map((format) => (
        <Button
          key={format}
          variant="default"
          loading={report.isPending && report.variables.format === format}
          onClick={() => report.mutate({ month, area, format })}
        >
          {say(format)}
        </Button>
      ))}
    </>
  );
};
