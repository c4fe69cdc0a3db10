#!/bin/sh
# Run once, in an empty PostgreSQL: the role that owns the town's database, and makes the roles of its services.
set -eu
psql --username postgres --set ON_ERROR_STOP=1 --set password="$MULIN_DATABASE_PASSWORD" << 'SQL'
create role mulin_owner login password :'password' nosuperuser nocreatedb createrole;
create database mulin owner mulin_owner;
SQL
