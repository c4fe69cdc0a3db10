#!/bin/sh
# Makes every image that docker-compose.yml needs where no registry of images is reached: the base, the three engines and
# Mulin. As root (debootstrap), in a checkout after `npm ci`. Then:
#
#   set -a; . infra/containers/own-images.env; set +a
#   docker compose --profile everything up -d
set -eu
cd "$(dirname "$0")/../.."
base=${MULIN_BASE_IMAGE:-mulin-base:12}
# By which infra/containers/make-bundle.sh knows that they are of one commit.
label="org.opencontainers.image.revision=$(git describe --always --abbrev=40 --dirty --exclude '*')"

docker image inspect "$base" > /dev/null 2>&1 || sh infra/containers/make-base.sh "$base"
node --no-warnings --conditions=source --import ./infra/scripts/run-sources.mjs infra/containers/copy-jars.mjs build/kafka-jars
for engine in postgres redis kafka; do
  docker build ${BUILD_OPTIONS:-} -q --label "$label" -f infra/containers/Dockerfile.engines --build-arg BASE="$base" --target "$engine" -t "mulin-$engine" . > /dev/null
done
docker build ${BUILD_OPTIONS:-} -q --label "$label" --build-arg BASE="$base" -t mulin . > /dev/null
docker image ls --format '{{.Repository}}:{{.Tag}} {{.Size}}' | grep -E '^mulin'
