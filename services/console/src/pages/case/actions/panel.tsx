/** What this reader may do with this case now, most likely first; the address says which form is open. */
import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { Link, useSearchParams } from 'wouter';
import { useSession } from '../../../api/session';
import { Due } from '../../../parts/time';
import { ActionForm } from './form';
import { isForm } from './forms';
import { type Action, possible, type Standing } from './possible';
import { useTexts } from './texts';

/** So many are seen at once; what is rarer stands behind `more`. */
const first = 4;

const ActionButton = ({
  action,
  it,
  isMain,
  onOpen,
}: Readonly<{ action: Action; it: Standing; isMain: boolean; onOpen: (action: Action) => void }>) => {
  const say = useTexts();
  const looks = { variant: isMain ? 'filled' : 'default', fullWidth: true, justify: 'start' } as const;
  const words = say(`${action}.name`);
  if (action === 'call')
    return (
      <Button component={Link} href={`/desk/calls/${encodeURIComponent(it.number)}`} {...looks}>
        {words}
      </Button>
    );
  if (action === 'work')
    return (
      <Button component={Link} href={`/work/${encodeURIComponent(it.caseId)}`} {...looks}>
        {words}
      </Button>
    );
  return (
    <Button onClick={() => onOpen(action)} {...looks}>
      {words}
    </Button>
  );
};

const Mine = ({ it }: Readonly<{ it: Standing }>) => {
  const say = useTexts();
  const tasks = it.tasks.filter(({ kind }) => kind === 'decide');
  if (tasks.length === 0) return null;
  return (
    <div className="mine">
      {tasks.map(({ what, whyName, until }) => (
        <Text size="sm" key={what}>
          {say('mine', { why: whyName })} {until !== null && <Due at={until} />}
        </Text>
      ))}
    </div>
  );
};

const Choices = ({
  actions,
  it,
  onOpen,
}: Readonly<{ actions: readonly Action[]; it: Standing; onOpen: (action: Action) => void }>) => {
  const say = useTexts();
  const [main, ...others] = actions;
  if (main === undefined) return <Text c="dimmed">{say('nothing')}</Text>;
  const rest = others.slice(first - 1);
  const button = (action: Action, isMain = false) => (
    <ActionButton key={action} action={action} it={it} isMain={isMain} onOpen={onOpen} />
  );
  return (
    <Stack gap={6}>
      {button(
        main,
        it.tasks.some(({ kind }) => kind === 'decide'),
      )}
      {others.slice(0, first - 1).map((action) => button(action))}
      {rest.length > 0 && (
        <details className="more-actions">
          <summary>{say('more')}</summary>
          <Stack gap={6} mt={6}>
            {rest.map((action) => button(action))}
          </Stack>
        </details>
      )}
    </Stack>
  );
};

export const ActionPanel = ({ it }: Readonly<{ it: Standing }>) => {
  const say = useTexts();
  const session = useSession();
  const [params, setParams] = useSearchParams();
  const wanted = params.get('do');
  const open = (action: Action | null) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (action === null) after.delete('do');
      else after.set('do', action);
      return after;
    });
  if (!session) return null;
  const actions = possible(it, session);
  const isOpen = isForm(wanted) && actions.includes(wanted);
  if (actions.length === 0) return null;
  return (
    <Card withBorder component="section" className="actions" aria-labelledby="actions">
      <Title order={2} size="h4" mb="xs" id="actions">
        {say('title')}
      </Title>
      <Mine it={it} />
      {isOpen ? (
        <ActionForm key={wanted} action={wanted} it={it} onEnd={() => open(null)} />
      ) : (
        <Choices actions={actions} it={it} onOpen={open} />
      )}
    </Card>
  );
};
