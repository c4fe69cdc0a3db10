/** The page of the API: Swagger UI over `/openapi.json`, in which a command can be sent as it is shown. */

/**
 * @typedef {{ url: string, method?: string, headers: Record<string, string> }} SwaggerRequest
 * @typedef {(options: Record<string, unknown>) => unknown} SwaggerUi
 */

/** A key for whoever wrote none: what is tried by hand is meant once. @param {SwaggerRequest} request */
const withKey = (request) => {
  const names = Object.keys(request.headers).map((name) => name.toLowerCase());
  if (request.method === 'POST' && !names.includes('idempotency-key'))
    request.headers['idempotency-key'] = crypto.randomUUID();
  return request;
};

const { SwaggerUIBundle: open } = /** @type {typeof globalThis & { SwaggerUIBundle: SwaggerUi }} */ (
  globalThis
);

open({
  url: '/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  tryItOutEnabled: true,
  // A token is kept until the tab is closed, and nowhere else.
  persistAuthorization: false,
  // Nothing is asked of another place: no validator, no fonts.
  validatorUrl: null,
  syntaxHighlight: { activated: true, theme: 'agate' },
  requestInterceptor: withKey,
});
