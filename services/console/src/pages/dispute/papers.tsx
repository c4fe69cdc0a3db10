/** What is printed: the file, and the agreement that is signed on paper. */
import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { Refusal } from '../../parts/refusal';
import { saveFile } from '../../parts/save-file';
import { useHere } from './here';
import { useTexts } from './texts';

type Path = '/api/v1/disputes/{dispute}/file.pdf' | '/api/v1/disputes/{dispute}/agreement.pdf';

const Paper = ({ path, label }: Readonly<{ path: Path; label: string }>) => {
  const { it } = useHere();
  const print = useMutation({
    mutationFn: async () => {
      const asked = api.GET(path, { params: { path: { dispute: it.disputeId } }, parseAs: 'blob' });
      // Asked for as a blob, whatever the description calls it.
      return (await answerOf(asked as Promise<{ data?: unknown }>)) as Blob;
    },
    onSuccess: (paper) =>
      saveFile(paper, `${it.number}-${path.endsWith('file.pdf') ? 'file' : 'agreement'}.pdf`),
  });
  return (
    <>
      <Button variant="default" loading={print.isPending} onClick={() => print.mutate()}>
        {label}
      </Button>
      <Refusal error={print.error} />
    </>
  );
};

export const Papers = () => {
  const say = useTexts();
  const { it, may } = useHere();
  if (!may('dispute.words')) return null;
  return (
    <Card withBorder component="section" aria-labelledby="papers">
      <Title order={2} size="h4" mb="xs" id="papers">
        {say('papers')}
      </Title>
      <Stack gap="xs">
        {it.agreement !== null && (
          <Paper path="/api/v1/disputes/{dispute}/agreement.pdf" label={say('agreementPdf')} />
        )}
        <Paper path="/api/v1/disputes/{dispute}/file.pdf" label={say('filePdf')} />
        <Text size="xs" c="dimmed">
          {say('papersHint')}
        </Text>
      </Stack>
    </Card>
  );
};
