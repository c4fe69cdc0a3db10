/** Appends: the method `Append`, and `BatchAppend`, by which the client sends them where a server has it. */
import type { sendUnaryData, ServerDuplexStream, ServerReadableStream } from '@grpc/grpc-js';
import { status as codes } from '@grpc/grpc-js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import statuses from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import { accessDenied, nameOf, proposedOf, rpcError, sizeOf, streamDeleted } from './messages.js';
import type { Proposed } from './records.js';
import type { Expected, ServerLog, Verdict } from './server-log.js';
import type { StubRules } from './stub-rules.js';

type BatchReq = InstanceType<typeof streams.BatchAppendReq>;
type BatchResp = InstanceType<typeof streams.BatchAppendResp>;
type Pending = { stream: string; expected: Expected; events: Proposed[]; size: number };

const expectedOf = (options: InstanceType<typeof streams.BatchAppendReq.Options> | undefined): Expected => {
  if (options === undefined || options.hasAny()) return 'any';
  if (options.hasStreamExists()) return 'stream-exists';
  return options.hasNoStream() ? -1 : Number(options.getStreamPosition());
};

const packed = (details: Readonly<{ serializeBinary: () => Uint8Array }>, type: string) => {
  const it = new any.Any();
  it.pack(details.serializeBinary(), `event_store.client.${type}`);
  const status = new statuses.Status();
  status.setDetails(it);
  status.setMessage(type);
  return status;
};

const wrongVersion = (current: number, expected: Expected) => {
  const details = new shared.WrongExpectedVersion();
  if (current < 0) details.setCurrentNoStream(new empty.Empty());
  else details.setCurrentStreamRevision(String(current));
  if (typeof expected === 'number' && expected >= 0) details.setExpectedStreamPosition(String(expected));
  else if (expected === -1) details.setExpectedNoStream(new empty.Empty());
  else details.setExpectedAny(new empty.Empty());
  return packed(details, 'WrongExpectedVersion');
};

const success = ({ last, position }: Extract<Verdict, { is: 'written' }>) => {
  const at = new shared.AllStreamPosition();
  at.setCommitPosition(String(position));
  at.setPreparePosition(String(position));
  const done = new streams.BatchAppendResp.Success();
  done.setCurrentRevision(String(last));
  done.setPosition(at);
  return done;
};

const tooLarge = (bytes: number) => {
  const details = new shared.MaximumAppendSizeExceeded();
  details.setMaxappendsize(bytes);
  return packed(details, 'MaximumAppendSizeExceeded');
};

const decide = (log: ServerLog, rules: StubRules, pending: Pending, answer: BatchResp): void => {
  if (!rules.mayWrite) return void answer.setError(packed(new shared.AccessDenied(), 'AccessDenied'));
  if (pending.size > rules.maxAppendSize) return void answer.setError(tooLarge(rules.maxAppendSize));
  const verdict = log.append(pending.stream, pending.expected, pending.events);
  if (verdict.is === 'written') answer.setSuccess(success(verdict));
  else if (verdict.is === 'deleted') answer.setError(packed(new shared.StreamDeleted(), 'StreamDeleted'));
  else answer.setError(wrongVersion(verdict.current, pending.expected));
};

/** An append may come in several parts, of which the last is marked. */
const parts = () => {
  const open = new Map<string, Pending>();
  return (request: BatchReq): Pending | null => {
    const id = request.getCorrelationId()?.getString() ?? '';
    const options = request.getOptions();
    const pending = open.get(id) ?? {
      stream: nameOf(options?.getStreamIdentifier()),
      expected: expectedOf(options),
      events: [],
      size: 0,
    };
    open.set(id, pending);
    for (const message of request.getProposedMessagesList()) {
      const event = proposedOf(message);
      pending.events.push(event);
      pending.size += sizeOf(event);
    }
    if (!request.getIsFinal()) return null;
    open.delete(id);
    return pending;
  };
};

export const batchAppendOf =
  (log: ServerLog, rules: StubRules) => (call: ServerDuplexStream<BatchReq, BatchResp>) => {
    const gather = parts();
    call.on('data', (request: BatchReq) => {
      const pending = gather(request);
      if (pending === null || rules.batchesToTake === 0) return;
      rules.batchesToTake -= 1;
      const answer = new streams.BatchAppendResp();
      answer.setCorrelationId(request.getCorrelationId());
      answer.setStreamIdentifier(request.getOptions()?.getStreamIdentifier());
      decide(log, rules, pending, answer);
      if (rules.answersToLose === 0) return void call.write(answer);
      rules.answersToLose -= 1;
      call.emit('error', rpcError(codes.UNAVAILABLE, 'The connection was lost.'));
    });
    call.on('end', () => call.end());
    call.on('error', () => undefined);
  };

type AppendReq = InstanceType<typeof streams.AppendReq>;
type AppendResp = InstanceType<typeof streams.AppendResp>;

const plainExpected = (options: InstanceType<typeof streams.AppendReq.Options>): Expected => {
  if (options.hasAny()) return 'any';
  if (options.hasStreamExists()) return 'stream-exists';
  return options.hasNoStream() ? -1 : Number(options.getRevision());
};

const plainAnswer = (verdict: Verdict): AppendResp => {
  const answer = new streams.AppendResp();
  if (verdict.is === 'written') {
    const at = new streams.AppendResp.Position();
    at.setCommitPosition(String(verdict.position));
    at.setPreparePosition(String(verdict.position));
    const done = new streams.AppendResp.Success();
    done.setCurrentRevision(String(verdict.last));
    done.setPosition(at);
    answer.setSuccess(done);
  } else if (verdict.is === 'wrong') {
    const wrong = new streams.AppendResp.WrongExpectedVersion();
    if (verdict.current >= 0) wrong.setCurrentRevision(String(verdict.current));
    answer.setWrongExpectedVersion(wrong);
  }
  return answer;
};

/** Metadata of streams are set by it, and appends where a caller has credentials of its own. */
export const appendOf =
  (log: ServerLog, rules: StubRules) =>
  (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>) => {
    const events: Proposed[] = [];
    let options: InstanceType<typeof streams.AppendReq.Options> | undefined;
    call.on('data', (request: AppendReq) => {
      options = request.getOptions() ?? options;
      const message = request.getProposedMessage();
      if (message !== undefined) events.push(proposedOf(message));
    });
    call.on('end', () => {
      if (options === undefined || !rules.mayWrite) return answer(accessDenied());
      const stream = nameOf(options.getStreamIdentifier());
      const verdict = log.append(stream, plainExpected(options), events);
      if (verdict.is === 'deleted') return answer(streamDeleted(stream));
      answer(null, plainAnswer(verdict));
    });
  };
