#!/bin/sh
# What the image of PostgreSQL's makers does, for the one of Dockerfile.engines: a cluster at the first start, whose
# superuser has POSTGRES_PASSWORD, and then each script of /docker-entrypoint-initdb.d.
set -eu
data=/var/lib/postgresql/data

# Made beside its place, so that one that was stopped half-way is begun again.
if [ ! -s "$data/PG_VERSION" ]; then
  : "${POSTGRES_PASSWORD:?is needed at the first start}"
  new=/var/lib/postgresql/new
  rm -rf "$new"
  password=$(mktemp)
  printf '%s\n' "$POSTGRES_PASSWORD" > "$password"
  initdb --pgdata "$new" --username postgres --pwfile "$password" --auth-host scram-sha-256 --auth-local trust \
    --encoding UTF8 --locale C.UTF-8
  rm "$password"
  printf 'host all all all scram-sha-256\n' >> "$new/pg_hba.conf"
  pg_ctl --pgdata "$new" --wait --options "-c listen_addresses='' -k /tmp" start
  for script in /docker-entrypoint-initdb.d/*.sh; do
    [ -e "$script" ] && PGHOST=/tmp sh "$script"
  done
  pg_ctl --pgdata "$new" --wait --mode fast stop
  rm -rf "$data"
  mv "$new" "$data"
fi
exec postgres -D "$data" -c listen_addresses='*' -k /tmp "$@"
