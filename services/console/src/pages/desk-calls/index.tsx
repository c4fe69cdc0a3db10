/** Calling back: whom, what to read out, what they say; and the next one. */
import { Text } from '@mantine/core';
import { useLocation, useParams } from 'wouter';
import { Asked, Empty } from '../../parts/asked';
import { useListKeys } from '../../parts/list-keys';
import { Page } from '../../parts/page';
import { tell } from '../../parts/tell';
import { inOrder, isCallable, useCallBacks } from './find';
import { ToCallList, WithSecretary } from './list';
import { OneCall } from './one-call';
import { useTexts } from './texts';

export const View = () => {
  const say = useTexts();
  const [, go] = useLocation();
  const { number } = useParams<{ number?: string }>();
  const due = useCallBacks('due');
  const secretary = useCallBacks('secretary');
  useListKeys();
  return (
    <Page title={say('title')} hint={say('hint')}>
      <Asked of={due}>
        {({ items }) => {
          const waiting = secretary.data?.items ?? [];
          const ordered = inOrder(items);
          const named = number === undefined ? ordered[0] : items.find((it) => it.number === number);
          const next = ordered.find((it) => isCallable(it) && it.number !== named?.number);
          const onDone = () => {
            tell(say('recorded'), { close: say('close') });
            go(next === undefined ? '/desk/calls' : `/desk/calls/${encodeURIComponent(next.number)}`);
          };
          if (items.length === 0 && waiting.length === 0)
            return <Empty title={say('emptyTitle')} hint={say('emptyHint')} />;
          return (
            <div className="calls">
              <div className="calls-list">
                <ToCallList items={items} open={named?.number ?? null} />
                <WithSecretary items={waiting} />
              </div>
              <div className="calls-one">
                {named === undefined ? (
                  <Text c="dimmed">{say(number === undefined ? 'choose' : 'gone')}</Text>
                ) : (
                  <OneCall key={named.caseId} it={named} onDone={onDone} />
                )}
              </div>
            </div>
          );
        }}
      </Asked>
    </Page>
  );
};
