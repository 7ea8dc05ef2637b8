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

[ -n "$want" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -qq
  # shellcheck disable=SC2086  # a list of package names, split on purpose
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $want >/dev/null
else
  echo "Not installed:$want. Tests that need one of them will skip. To have all: apt-get install$want"
fi
