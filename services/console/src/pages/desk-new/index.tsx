/** Registering while one talks: what the caller says, what is known already, and what they are told at the end. */
import { useRef, useState } from 'react';
import { api, type Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import { useMicroGrids } from '../../api/town';
import { useDraft } from '../../parts/draft';
import { Page } from '../../parts/page';
import { Refusal } from '../../parts/refusal';
import { Beside } from './beside';
import {
  bodyOf,
  type Call,
  channelBefore,
  type Channel,
  keepChannel,
  type Missing,
  missingOf,
  noCall,
} from './fields';
import { CallForm } from './form';
import { ReadOut } from './read-out';
import { useTexts } from './texts';

type Registered = Schemas['RegisteredCase'];

const useRegister = (then: (answer: Registered) => void) => {
  const grids = useMicroGrids();
  return useCommand<Readonly<{ call: Call; channel: Channel }>, Registered>(
    ({ call, channel }, header) =>
      api.POST('/api/v1/cases', {
        params: { header },
        body: bodyOf(call, channel, grids.data?.features ?? []),
      }),
    { name: 'desk', done: then },
  );
};

export const View = () => {
  const say = useTexts();
  const { draft: call, change, clear } = useDraft('desk', noCall);
  const [channel, setChannel] = useState(channelBefore);
  const [missing, setMissing] = useState<Missing>({});
  const [last, setLast] = useState<Readonly<{ it: Registered; caller: Partial<Call> }> | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const begin = (kept: Partial<Call> = {}) => {
    clear(kept);
    setMissing({});
    first.current?.focus();
  };
  const register = useRegister((it) => {
    const { phone, name, microGrid, point, address } = call;
    setLast({ it, caller: { phone, name, microGrid, point, address } });
    begin();
  });
  const send = () => {
    const found = missingOf(call);
    setMissing(found);
    if (Object.keys(found).length === 0 && !register.isPending) register.mutate({ call, channel });
  };
  const onChannel = (it: Channel) => {
    keepChannel(it);
    setChannel(it);
  };
  return (
    <Page title={say('title')} hint={say('hint')}>
      {last !== null && <ReadOut it={last.it} onSame={() => begin(last.caller)} />}
      <div className="with-aside">
        <div>
          <Refusal error={register.error} />
          <CallForm
            call={call}
            change={change}
            channel={channel}
            onChannel={onChannel}
            missing={missing}
            first={first}
            isSending={register.isPending}
            onSend={send}
            onClear={() => begin()}
          />
        </div>
        <Beside call={call} />
      </div>
    </Page>
  );
};
