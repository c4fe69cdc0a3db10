/** A mapping file of one's own beside the file: chosen, shown by its name, and taken away again. */
import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconFileCode, IconX } from '@tabler/icons-react';
import { fileAgain } from '../../parts/file-again';
import { isSameDraft } from './draft';
import { type At, chooseMapping, takeMappingAway } from './job';
import type { Job } from './state';
import { useTexts } from './texts';

/** How what is shown has to do with the mapping file. */
const wayOf = ({ own, draft }: Job): 'mappingNext' | 'mappingIs' | 'mappingWas' => {
  if (draft === null) return 'mappingNext';
  return own !== null && isSameDraft(own.mapping, draft) ? 'mappingIs' : 'mappingWas';
};

export const OwnMapping = ({ job, at }: Readonly<{ job: Job; at: At }>) => {
  const say = useTexts();
  if (job.own !== null)
    return (
      <Group className="import-mapping" gap="xs">
        <Text role="status">{say(wayOf(job), { name: job.own.name })}</Text>
        <Button
          variant="default"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => void takeMappingAway(at)}
        >
          {say('mappingAway')}
        </Button>
      </Group>
    );
  return (
    <Stack className="import-mapping" gap={4} align="flex-start">
      <FileButton
        accept=".json,application/json"
        onChange={(file) => file !== null && void chooseMapping(file, at)}
        inputProps={fileAgain}
      >
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconFileCode size={16} aria-hidden />}>
            {say('mappingChoose')}
          </Button>
        )}
      </FileButton>
      <Text size="sm" c="dimmed">
        {say('mappingHint')}
      </Text>
    </Stack>
  );
};
