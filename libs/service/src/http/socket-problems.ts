/** Problem details where there is no route yet: what the HTTP parser refuses is answered on the bare connection. */
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemBody, problemType } from './problem.filter.js';
import { languageOf } from './language.js';
import { type Problem, problemOfStatus } from './problem.js';
import { securityHeaders } from './security-headers.js';

/** Which status an error of Node's parser stands for; whatever is not named here is malformed. */
const statusOf: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
};

const answerOf = (problem: Problem): string => {
  // The request was not read, so neither its language nor its path is known.
  const body = JSON.stringify(problemBody(problem, 'en', '*'));
  const headers = {
    ...securityHeaders,
    'content-type': problemType,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
};

/** Fastify's `clientErrorHandler`: an answer that has begun is not written into, and the connection ends. */
export const answerParserError = (error: Error & { code?: string }, socket: Socket): void => {
  const { bytesWritten, writable } = socket;
  const hasBegun = '_httpMessage' in socket && socket._httpMessage !== null && bytesWritten > 0;
  if (error.code === 'ECONNRESET' || !writable || hasBegun) return void socket.destroy();
  socket.end(answerOf(problemOfStatus(statusOf[error.code ?? ''] ?? 400)), () => socket.destroySoon());
};

const sendPlain = (request: IncomingMessage, response: ServerResponse, problem: Problem): void => {
  const language = languageOf(request.headers['accept-language']);
  const path = request.url?.split('?', 1)[0] ?? '*';
  const body = JSON.stringify(problemBody(problem, language, path));
  const ours = { 'content-type': problemType, 'content-language': language };
  const length = { 'content-length': Buffer.byteLength(body) };
  // A body that the client sends all the same would be read as its next request (RFC 9110, 10.1.1): the line is closed.
  const ends = { connection: 'close' };
  response.writeHead(problem.status, { ...securityHeaders, ...ours, ...length, ...ends }).end(body);
};

/**
 * What Node would answer by itself, without a word: an expectation that nobody knows, and a body that is announced
 * and too large, which the client is told before it sends any of it.
 */
export const answerExpectations = (
  server: Server,
  largest: Readonly<{ json: number; picture: number }>,
): void => {
  server.on('checkExpectation', (request, response) => sendPlain(request, response, problemOfStatus(417)));
  server.on('checkContinue', (request, response) => {
    const isPicture = request.headers['content-type']?.startsWith('image/') === true;
    const most = isPicture ? largest.picture : largest.json;
    if (Number(request.headers['content-length'] ?? 0) > most)
      return sendPlain(request, response, problemOfStatus(413));
    response.writeContinue();
    server.emit('request', request, response);
  });
};
