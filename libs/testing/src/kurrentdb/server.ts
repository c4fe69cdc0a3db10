/** A KurrentDB in this process: real gRPC on a port of the loopback, the rules of a server, and a log in memory. */
import { Server, ServerCredentials, type sendUnaryData, type ServerUnaryCall } from '@grpc/grpc-js';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import featuresService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import streamsService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import type { Stop } from '@mulin/kernel';
import { appendOf, batchAppendOf } from './appending.js';
import { nameOf } from './messages.js';
import { readingOf } from './reading.js';
import { type ServerLog, serverLog } from './server-log.js';
import { type StubRules, usualRules } from './stub-rules.js';

/** A KurrentDB to test with. */
export type KurrentStub = Readonly<{
  /** A connection string for the official client. */
  url: string;
  /** What it does otherwise, from now on. */
  rules: StubRules;
  /** Cuts every connection and answers none, until `restart`; what was written stays. */
  kill: () => void;
  /** Answers again, on the same port; the ids of recent events are forgotten, as by a server that was restarted. */
  restart: () => Promise<void>;
  close: Stop;
}>;

type Unary<Req, Resp> = (call: ServerUnaryCall<Req, Resp>, answer: sendUnaryData<Resp>) => void;

const supported = (rules: StubRules) => {
  const all = new features.SupportedMethods();
  all.setEventStoreServerVersion(rules.version);
  const methods = ['read', 'append', 'delete', 'tombstone', 'batchappend'].map((name) => {
    const method = new features.SupportedMethod();
    method.setMethodName(name);
    method.setServiceName('event_store.client.streams.streams');
    if (name === 'batchappend') method.setFeaturesList(['deadline_duration']);
    return method;
  });
  all.setMethodsList(methods);
  return all;
};

const deleteOf =
  (log: ServerLog): Unary<InstanceType<typeof streams.DeleteReq>, InstanceType<typeof streams.DeleteResp>> =>
  (call, answer) => {
    log.softlyDelete(nameOf(call.request.getOptions()?.getStreamIdentifier()));
    answer(null, new streams.DeleteResp());
  };

const tombstoneOf =
  (
    log: ServerLog,
  ): Unary<InstanceType<typeof streams.TombstoneReq>, InstanceType<typeof streams.TombstoneResp>> =>
  (call, answer) => {
    log.tombstone(nameOf(call.request.getOptions()?.getStreamIdentifier()));
    answer(null, new streams.TombstoneResp());
  };

const serving = async (log: ServerLog, rules: StubRules, port: number) => {
  const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
  server.addService(streamsService.StreamsService, {
    read: readingOf(log, rules),
    append: appendOf(log, rules),
    batchAppend: batchAppendOf(log, rules),
    delete: deleteOf(log),
    tombstone: tombstoneOf(log),
  });
  server.addService(featuresService.ServerFeaturesService, {
    getSupportedMethods: ((_, answer) => answer(null, supported(rules))) satisfies Unary<unknown, unknown>,
  });
  const bound = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, at) =>
      error === null ? resolve(at) : reject(error),
    );
  });
  return { server, port: bound };
};

/** Starts one on a free port, with an empty log. What it simplifies stands in the README beside this file. */
export const startKurrentStub = async (): Promise<KurrentStub> => {
  const log = serverLog();
  const rules = usualRules();
  const { port, server: first } = await serving(log, rules, 0);
  let server: Server | null = first;

  const kill = () => {
    server?.forceShutdown();
    server = null;
  };

  return {
    url: `kurrentdb://127.0.0.1:${port}?tls=false`,
    rules,
    kill,
    restart: async () => {
      kill();
      log.forgetRecent();
      ({ server } = await serving(log, rules, port));
    },
    close: async () => kill(),
  };
};
