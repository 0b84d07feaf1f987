#!/usr/bin/env bash
# Try the README's two commands on a Debian that has nothing but Python and pip, and say how long each took.
#
#   tests/bare_debian.sh [SUITE] [-- COMMAND …]     as root, where there is debootstrap
#
# The mirror, its keys and pip's settings are this machine's own; they are used for the trial and kept nowhere.
# What is committed is tried, from a fresh clone. COMMAND replaces the two commands.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)

if [ "${1:-}" != --inside ]; then
  [ "$(id -u)" = 0 ] || { echo "Please run this as root: it makes a small Debian in a folder." >&2; exit 2; }
  command -v debootstrap >/dev/null || { echo "Please install debootstrap first." >&2; exit 2; }
  room=$(mktemp -d)
  trap 'rm -rf --one-file-system "$room"' EXIT
  # In a mount namespace of its own: whatever is mounted is gone when the trial ends, however it ends.
  unshare --mount --fork "$0" --inside "$room/debian" "$@"
  exit
fi

debian=$2
shift 2
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
[ "${1:---}" = -- ] || { suite=$1; shift; }
[ "${1:-}" != -- ] || shift

make_debian() {
  local mirror
  mirror=$(apt-get indextargets --format '$(REPO_URI)' "Codename: $suite" | head -n 1)
  debootstrap --variant=minbase --include=python3,python3-pip,ca-certificates "$suite" "$debian" ${mirror:+"$mirror"} \
    >"$debian.log" 2>&1 || { tail -n 20 "$debian.log" >&2; exit 1; }
}

lend_settings() {
  local file folder
  for file in $(grep -ls Acquire /etc/apt/apt.conf.d/* || true) /etc/pip.conf "$HOME/.config/pip/pip.conf" \
              /etc/ssl/certs/ca-certificates.crt /etc/resolv.conf /etc/hosts; do
    [ ! -f "$file" ] || install -D -m 644 "$file" "$debian$file"
  done
  # Folders of packages that pip's settings name; beside an index's "simple" stand the files it points to.
  for folder in $(pip config list 2>/dev/null | grep -oE "(file://)?/[^ '\"]+" | sed 's#^file://##; s#/simple$##'); do
    [ -d "$folder" ] || continue
    mkdir -p "$debian$folder"
    mount -o bind,ro "$folder" "$debian$folder"
  done
  mount -t proc proc "$debian/proc"
}

# Run the arguments in the checkout inside, with the few settings of a fresh login and those of pip.
inside() {
  env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb \
    $(env | grep -E '^(PIP_|https?_proxy=|no_proxy=)' || true) \
    chroot "$debian" sh -c 'cd /kasebook && exec "$@"' sh "$@" </dev/null
}

timed() {
  local start end code=0
  start=$(date +%s.%N)
  inside "$@" || code=$?
  end=$(date +%s.%N)
  printf '== %s: exit code %s after %.1f s\n' "$*" "$code" "$(echo "$end $start" | awk '{print $1 - $2}')"
  return "$code"
}

echo "== a bare Debian ($suite) with python3 and pip"
make_debian
lend_settings
git clone --quiet "file://$here" "$debian/kasebook"
inside python3 --version
if [ $# -gt 0 ]; then
  timed "$@"
  exit
fi
failed=0
timed python3 -m tests || failed=1
timed python3 -m app demo --no-window || failed=1
timed python3 -m app --help || failed=1
exit $failed
