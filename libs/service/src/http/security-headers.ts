/** What every answer tells the browser that got it, whatever answered: a route, the router, or the parser. */
import helmet from 'helmet';

/**
 * Scripts, styles, pictures and requests of this origin alone: no inline code, no frame around it, no form. Pictures
 * also come from the page's own memory (`blob:`), where a photo is shown before it is sent.
 */
const directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

type Directives = Readonly<Record<string, readonly string[]>>;

/** As helmet sets them on an answer; it takes any object that can set a header. */
const headersBy = (allowed: Directives): Readonly<Record<string, string>> => {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: Object.fromEntries(Object.entries(allowed).map(([name, from]) => [name, [...from]])),
    },
    // The town speaks plain HTTP on its own machine; whoever puts TLS before it says so there.
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  const headers: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => void (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  protect({} as never, answer as never, () => undefined);
  return headers;
};

/**
 * The headers of every answer, by their names in lower case. Nothing is kept by a browser or a proxy unless a route
 * says that it may: most answers hold words of people, or are true for a moment only.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  ...headersBy(directives),
  'cache-control': 'no-store',
};

/**
 * The policy of a page whose map has pictures of another host: they are loaded from there, and nothing else is.
 *
 * @param origin as `https://tiles.example.org`.
 */
export const policyWith = (origin: string): Readonly<Record<string, string>> => {
  const name = 'content-security-policy';
  const allowed = headersBy({
    ...directives,
    'img-src': [...directives['img-src'], origin],
    'connect-src': [...directives['connect-src'], origin],
  });
  return { [name]: allowed[name] ?? '' };
};
