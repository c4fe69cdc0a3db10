#!/bin/sh
# What docker-compose.yml runs before the services: a role of PostgreSQL for each, tables and topics. Again at every start,
# since a new version may need more; what is there is left as it is. Each service is given the address of its own role and
# no other.
set -eu
all=/var/lib/mulin/roles
mulin roles apply --out "$all" --anew
for file in "$all"/*.database-url; do
  install -m 600 "$file" "/var/lib/mulin/role/$(basename "$file" .database-url)/database-url"
done
mulin tables apply --roles "$all"
mulin topics apply
