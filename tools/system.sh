#!/bin/sh
# Installs what the tests need from the system, where that is ours to do: as root, with apt-get.
# Elsewhere the tests that miss a piece skip with one line that names the package.
set -eu

want=""
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || want="$want chromium"
# A timestamp authority stands on this machine for the tests of timestamps.
command -v openssl >/dev/null 2>&1 || want="$want openssl"
# The report is looked at in four scripts; without a font for each, a screenshot shows boxes.
fc-list 2>/dev/null | grep -qi 'noto.*cjk' || want="$want fonts-noto-cjk"
# Debian keeps PostgreSQL's programs off the PATH, a folder for each version.
command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || want="$want postgresql"

[ -n "$want" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  # Debian's package makes and starts a database cluster. Nobody asked for one: the tests bring theirs.
  # The line goes again afterwards, so that whoever installs another version gets what Debian promises.
  no_cluster=/etc/postgresql-common/createcluster.d/firsthand-tests.conf
  trap 'rm -f "$no_cluster"' EXIT
  mkdir -p "${no_cluster%/*}"
  echo 'create_main_cluster = false' >"$no_cluster"
  apt-get update -qq
  # shellcheck disable=SC2086  # a list of package names, split on purpose
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $want >/dev/null
else
  echo "Not installed:$want. Tests that need one of them will skip. To have all: apt-get install$want"
fi
