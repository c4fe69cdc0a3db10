/** The page over the queues of alarms and jobs, for whoever runs the town: where they are in Redis, and to look at. */
import { Rejection, Unavailable, within, second } from '@mulin/kernel';
import { type QueueBoard, queueBoard, queueBoardFiles, queueBoardPage } from '@mulin/scheduler';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorLogFields } from '../observability/error-log-fields.js';
import type { Platform } from '../platform/platform.js';
import { serveAssets } from './assets.js';
import { callerWithRight } from './auth.guard.js';
import { languageOf } from './language.js';
import { sendErrorOf } from './problem.filter.js';

const at = '/operator/queues';

/** So long Redis may take to answer one question of the page. */
const patienceMs = 5 * second;

const notInRedis = () =>
  new Rejection('queues-not-in-redis', {
    en: 'This town keeps its alarms in PostgreSQL: there are queues to look at where REDIS_URL names a Redis.',
    zh: '本镇的定时任务保存在 PostgreSQL 中；设置 `REDIS_URL` 使用 Redis 后方可查看队列。',
  });

const readOnly = () =>
  new Rejection(
    'queues-read-only',
    {
      en: 'Queues are only looked at: what is due is decided by the events of the cases.',
      zh: '队列只能查看：到期事项由案件事件决定。',
    },
    'forbidden',
  );

const unknownQuestion = () =>
  new Rejection(
    'queue-question-unknown',
    { en: 'The queues are asked nothing here.', zh: '没有此项队列信息。' },
    'unknown',
  );

const away = (error: unknown) =>
  new Unavailable({ en: 'Redis does not answer.', zh: 'Redis 没有应答。' }, { cause: error });

type Parts = Readonly<{
  /** The Redis of the queues; `undefined`: they are not in one. */
  redisUrl: string | undefined;
  /** Whose queues they are. */
  services: readonly string[];
}>;

/** As `timersOf` names them. */
const queueNames = (town: string, services: readonly string[]): readonly string[] =>
  services.flatMap((service) => [`${town}-${service}`, `${town}-${service}-jobs`]);

const answering =
  (board: QueueBoard) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const asked = `/api/${(request.params as Readonly<{ '*': string }>)['*']}`;
    // What a query is, the board checks.
    const query = request.query as Readonly<Record<string, unknown>>;
    const answer = await within(board.answer({ path: asked, query }), patienceMs, { ref: false }).catch(
      (error: unknown) => {
        throw away(error);
      },
    );
    if (answer === null) throw unknownQuestion();
    return reply.status(answer.status).send(answer.body);
  };

const page = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const language = languageOf(request.headers['accept-language']);
  return reply.type('text/html; charset=utf-8').send(queueBoardPage(`${at}/`, language));
};

/**
 * The routes under `/operator/queues`, behind the right `queue.read`. A town without Redis refuses each of them
 * (`queues-not-in-redis`), and whatever would change something is refused everywhere (`queues-read-only`).
 *
 * @returns for `ServerOptions.routes`.
 */
export const queueRoutes =
  (platform: Pick<Platform, 'identity' | 'signIn' | 'town' | 'log'>, { redisUrl, services }: Parts) =>
  async (server: FastifyInstance): Promise<void> => {
    const { town, log } = platform;
    const board =
      redisUrl === undefined
        ? null
        : queueBoard(redisUrl, queueNames(town, services), (error) =>
            log.warn(errorLogFields(error), 'the queues cannot be looked at'),
          );
    await serveAssets(server, [{ at: `${at}/static/`, ...queueBoardFiles() }]);
    await server.register(async (scope) => {
      scope.setErrorHandler(sendErrorOf);
      scope.addHook('onClose', async () => board?.close());
      scope.addHook('preHandler', async (request) => {
        await callerWithRight(platform, 'queue.read', request);
        if (!['GET', 'HEAD'].includes(request.method)) throw readOnly();
        if (board === null) throw notInRedis();
      });
      // Its own addresses within the page come back to it when they are opened anew.
      for (const url of [at, `${at}/`, `${at}/queue/*`]) scope.get(url, page);
      if (board !== null) scope.get(`${at}/api/*`, answering(board));
      scope.all(`${at}/*`, async () => {
        throw unknownQuestion();
      });
    });
  };
