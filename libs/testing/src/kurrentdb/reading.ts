/** Reads of a stream and of all streams, and the subscription to all of them with a filter. */
import type { ServerWritableStream } from '@grpc/grpc-js';
import { status as codes } from '@grpc/grpc-js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { accessDenied, identifierOf, nameOf, readEvent, rpcError, streamDeleted } from './messages.js';
import type { Stored } from './records.js';
import type { ServerLog } from './server-log.js';
import type { StubRules } from './stub-rules.js';

type ReadReq = InstanceType<typeof streams.ReadReq>;
type Options = InstanceType<typeof streams.ReadReq.Options>;
type Call = ServerWritableStream<ReadReq, InstanceType<typeof streams.ReadResp>>;
type Passes = (event: Stored) => boolean;

/** A server looks at so many events before it says how far it has come (`DefaultReadBatchSize`). */
const usualWindow = 32;

const passesOf = (options: Options): Passes => {
  const filter = options.getFilter();
  if (filter === undefined) return () => true;
  const onStream = filter.getStreamIdentifier();
  const expression = onStream ?? filter.getEventType();
  const regex = expression?.getRegex() ?? '';
  const prefixes = expression?.getPrefixList() ?? [];
  const matches = (text: string) =>
    regex === '' ? prefixes.some((prefix) => text.startsWith(prefix)) : new RegExp(regex, 'u').test(text);
  return ({ stream, type }) => matches(onStream === undefined ? type : stream);
};

const isBackwards = (options: Options) =>
  options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;

const most = (options: Options): number => Number(options.getCount());

const notFound = (name: string) => {
  const missing = new streams.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(identifierOf(name));
  const answer = new streams.ReadResp();
  answer.setStreamNotFound(missing);
  return answer;
};

type StreamOptions = InstanceType<typeof streams.ReadReq.Options.StreamOptions>;

/** From the revision that is asked for, or from that end of the stream where the read begins. */
const inDirection = (events: readonly Stored[], its: StreamOptions | undefined, backwards: boolean) => {
  const from = its?.hasRevision() === true ? Number(its.getRevision()) : null;
  if (backwards) return events.filter(({ revision }) => from === null || revision <= from).reverse();
  return its?.hasEnd() === true ? [] : events.filter(({ revision }) => revision >= (from ?? 0));
};

const readStream = (log: ServerLog, call: Call, options: Options): void => {
  const its = options.getStream();
  const name = nameOf(its?.getStreamIdentifier());
  if (log.isTombstoned(name)) return void call.emit('error', streamDeleted(name));
  const events = log.readable(name);
  if (events === null) call.write(notFound(name));
  const found = inDirection(events ?? [], its, isBackwards(options));
  for (const event of found.slice(0, most(options))) call.write(readEvent(event));
  call.end();
};

/** How many events lie before where a read begins; `null` where nothing begins there. */
const placeOf = (log: ServerLog, options: Options): number | null => {
  const all = options.getAll();
  if (all?.hasPosition() !== true) return all?.hasEnd() === true ? log.all.length : 0;
  const place = log.placeOf(Number(all.getPosition()?.getCommitPosition()));
  return place < 0 ? null : place;
};

const invalidPosition = () => rpcError(codes.INVALID_ARGUMENT, 'Trying to read from an invalid position.');

/** Forwards the event at the position is included; backwards the position is where an event ends. */
const inOrder = (log: ServerLog, place: number, backwards: boolean): readonly Stored[] =>
  backwards ? log.all.slice(0, place).reverse() : log.all.slice(place);

const readAll = (log: ServerLog, call: Call, options: Options): void => {
  const place = placeOf(log, options);
  if (place === null) return void call.emit('error', invalidPosition());
  const passes = passesOf(options);
  let left = most(options);
  for (const event of inOrder(log, place, isBackwards(options))) {
    if (left === 0) break;
    if (!passes(event)) continue;
    call.write(readEvent(event));
    left -= 1;
  }
  call.end();
};

const confirmation = () => {
  const confirmed = new streams.ReadResp.SubscriptionConfirmation();
  confirmed.setSubscriptionId(crypto.randomUUID());
  const answer = new streams.ReadResp();
  answer.setConfirmation(confirmed);
  return answer;
};

const checkpointAt = ({ position }: Stored) => {
  const checkpoint = new streams.ReadResp.Checkpoint();
  checkpoint.setCommitPosition(String(position));
  checkpoint.setPreparePosition(String(position));
  const answer = new streams.ReadResp();
  answer.setCheckpoint(checkpoint);
  return answer;
};

/** Where a subscription begins: after the event at its position. */
const firstAfter = (log: ServerLog, options: Options): number | null => {
  const place = placeOf(log, options);
  const isInside = options.getAll()?.hasPosition() === true && place !== null && place < log.all.length;
  return isInside ? place + 1 : place;
};

/** After so many events that were looked at a checkpoint is sent; without a filter none is. */
const intervalOf = (options: Options): number => {
  const filter = options.getFilter();
  if (filter === undefined) return Infinity;
  return (filter.hasMax() ? filter.getMax() : usualWindow) * filter.getCheckpointintervalmultiplier();
};

const subscribe = (log: ServerLog, call: Call, options: Options): void => {
  const first = firstAfter(log, options);
  if (first === null) return void call.emit('error', invalidPosition());
  const passes = passesOf(options);
  const interval = intervalOf(options);
  let next = first;
  let considered = 0;

  /** Everything that is there is sent; a checkpoint after each interval, and where the end was reached first. */
  const send = (isFirst: boolean) => {
    for (; next < log.all.length; next++) {
      const event = log.all[next];
      if (event === undefined) return;
      if (passes(event)) call.write(readEvent(event));
      considered += 1;
      if (considered % interval === 0) call.write(checkpointAt(event));
    }
    const last = log.all[next - 1];
    if (isFirst && interval < Infinity && last !== undefined) call.write(checkpointAt(last));
  };

  call.write(confirmation());
  send(true);
  const stop = log.onAppended(() => send(false));
  for (const end of ['cancelled', 'close', 'error']) call.on(end, stop);
};

/** The method `Read` of the service `Streams`. */
export const readingOf =
  (log: ServerLog, rules: StubRules) =>
  (call: Call): void => {
    const options = call.request.getOptions();
    if (options === undefined || rules.mayRead === false) return void call.emit('error', accessDenied());
    if (options.hasStream()) return readStream(log, call, options);
    return options.hasSubscription() ? subscribe(log, call, options) : readAll(log, call, options);
  };
