#!/usr/bin/env bash
# Install the few system packages that can't come with the Python packages, and only those that are missing.
#
#   system-libraries.sh window        what Qt needs to open a window on Linux
#   system-libraries.sh tests         what the tests start: PostgreSQL, a keyring, a display, a reader of it
#   system-libraries.sh python NAME   Python itself, or what the one of that name needs to make a virtual environment
#
# On Debian and Ubuntu it installs as root or through sudo where that asks no password; elsewhere it says what to install.
set -euo pipefail

# Each line: what has to be there, and the Debian package that brings it.
window_libraries='
libEGL.so.1              libegl1
libGL.so.1               libgl1
libX11-xcb.so.1          libx11-xcb1
libdbus-1.so.3           libdbus-1-3
libfontconfig.so.1       libfontconfig1
libglib-2.0.so.0         libglib2.0-0
libgssapi_krb5.so.2      libgssapi-krb5-2
libwayland-cursor.so.0   libwayland-cursor0
libwayland-egl.so.1      libwayland-egl1
libxcb-cursor.so.0       libxcb-cursor0
libxcb-icccm.so.4        libxcb-icccm4
libxcb-image.so.0        libxcb-image0
libxcb-keysyms.so.1      libxcb-keysyms1
libxcb-randr.so.0        libxcb-randr0
libxcb-render-util.so.0  libxcb-render-util0
libxcb-shape.so.0        libxcb-shape0
libxcb-sync.so.1         libxcb-sync1
libxcb-util.so.1         libxcb-util1
libxcb-xfixes.so.0       libxcb-xfixes0
libxcb-xkb.so.1          libxcb-xkb1
libxkbcommon-x11.so.0    libxkbcommon-x11-0
'
test_commands='
Xvfb                  xvfb
at-spi-bus-launcher   at-spi2-core
dbus-run-session      dbus
git                   git
gnome-keyring-daemon  gnome-keyring
initdb                postgresql
strace                strace
trayer                trayer
xdotool               xdotool
xwininfo              x11-utils
'

missing_libraries() {
    local known library package
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
    while read -r library package; do
        [ -z "$library" ] || [[ $known == *"$library"* ]] || echo "$package"
    done <<< "$window_libraries"
}

missing_commands() {
    local found package PATH="$PATH:/usr/sbin:/usr/libexec" # where Debian keeps what no person starts
    for found in /usr/lib/postgresql/*/bin; do PATH="$PATH:$found"; done # Debian keeps initdb off the path
    while read -r found package; do
        [ -z "$found" ] || command -v "$found" >/dev/null || echo "$package"
    done <<< "$test_commands"
    /usr/bin/python3 -c 'import pyatspi' 2>/dev/null || echo python3-pyatspi # the accessibility bus, for the system's Python
}

missing_python() {
    if ! command -v "$1" >/dev/null; then echo "python3 python3-venv"; return; fi
    "$1" -c 'import ensurepip, venv' 2>/dev/null || "$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

can_install() {
    command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

install() { # package lists that are missing or old are fetched once, and only then
    local apt=(as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y)
    "${apt[@]}" install --no-install-recommends "$@" > "$log" 2>&1 && return
    "${apt[@]}" update > "$log" 2>&1 || true
    "${apt[@]}" install --no-install-recommends "$@" > "$log" 2>&1
}

case "${1:-}" in
    window) missing=missing_libraries; purpose="the window" ;;
    tests) missing=missing_commands; purpose="the tests" ;;
    python) missing="missing_python ${2:-python3}"; purpose="making .venv" ;;
    *) sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac

if [ "$(uname -s)" != Linux ]; then
    [ "$1" != tests ] || { echo "The whole test suite runs on Linux only; elsewhere: .venv/bin/pytest tests/<folder>" >&2; exit 1; }
    exit 0
fi

needed=$($missing | sort -u | tr '\n' ' ')
[ -n "$needed" ] || exit 0
if ! can_install; then
    printf 'System packages missing for %s (their names on Debian and Ubuntu):\n  %s\n' "$purpose" "$needed" >&2
    printf 'Install them, there with\n  sudo apt install %s\nand run this again.\n' "$needed" >&2
    exit 1
fi
echo "Installing the system packages missing for $purpose: $needed…"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086 # one word per package
if ! install $needed; then
    tail -n 20 "$log" >&2
    echo "apt-get could not install $needed; its last words are above." >&2
    exit 1
fi
