/** The report of a month as a file, in the language of the page. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import type { Month } from '../../parts/town-days';
import { useTexts } from './texts';

const offer = (content: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};

type Wanted = Readonly<{ month: Month; area: string | null }>;

export const useReport = () =>
  useMutation({
    mutationFn: async ({ month, area }: Wanted) => {
      const query = { month, ...(area === null ? {} : { area }) };
      const content = await answerOf(api.GET('/api/v1/rates/report', { params: { query }, parseAs: 'blob' }));
      offer(content as unknown as Blob, `rates-${month}.csv`);
    },
  });

export const ReportButton = ({
  report,
  wanted,
}: Readonly<{ report: ReturnType<typeof useReport>; wanted: Wanted }>) => {
  const say = useTexts();
  return (
    <Button variant="default" loading={report.isPending} onClick={() => report.mutate(wanted)}>
      {say('csv')}
    </Button>
  );
};
