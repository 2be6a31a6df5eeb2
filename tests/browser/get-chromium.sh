#!/bin/sh
# Makes sure that there is a browser for the tests; $1 is the folder of the environment's programs.
# An installed Chromium or Chrome (or the one that CHROMIUM names) is used as it is. Else one is fetched:
# Debian's package for root on Debian, Playwright's own elsewhere.
bin=$1

found() {
  [ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ] && return 0
  for name in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && return 0
  done
  "$bin/python" - <<'PYTHON'
import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    sys.exit(not pathlib.Path(playwright.chromium.executable_path).exists())
PYTHON
}

found && exit 0
if [ "$(id -u)" = 0 ] && [ -e /etc/debian_version ] && command -v apt-get >/dev/null 2>&1; then
  echo "no Chromium found: installing Debian's package"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium-headless-shell >/dev/null
else
  echo "no Chromium found: installing Playwright's own"
  "$bin/playwright" install chromium
fi
found && exit 0
echo "the tests need a Chromium or Chrome, and none could be installed: install one, or name it with CHROMIUM=/path/to/it" >&2
exit 1
