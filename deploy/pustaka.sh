# shellcheck shell=bash disable=SC2015,SC2120
# Shared by start.sh and test.sh: finds the SDK, PostgreSQL and the Debian packages. Prints nothing by itself.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
# No build server may outlive the script: the caller's pipe and "--stop ends what it started" would both suffer.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

# Puts a .NET 10 SDK on PATH; fails when there is none.
cari_sdk() {
  local folder
  for folder in "" "${DOTNET_ROOT:-}" "${HOME:-}/.dotnet" /usr/share/dotnet /usr/lib/dotnet; do
    if [ -n "$folder" ]; then
      [ -x "$folder/dotnet" ] || continue
      export DOTNET_ROOT=$folder PATH=$folder:$PATH
    fi
    if dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then return 0; fi
  done
  return 1
}

# Prints the folder of PostgreSQL's programs, of the given major version or else of the newest; fails when there is none.
cari_pg() {
  local versi=${1:-} folder
  for folder in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV) "$(dirname "$(command -v initdb 2>/dev/null || echo /-/-)")"; do
    [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] || continue
    if [ -n "$versi" ] && [ "$("$folder/initdb" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')" != "$versi" ]; then continue; fi
    printf '%s\n' "$folder"
    return 0
  done
  return 1
}

# Of the packages named as arguments, prints those that are missing. What was installed by other means counts as there.
paket_kurang() {
  local paket ada
  for paket in "$@"; do
    case $paket in
      postgresql) ada=$(cari_pg "" || true) ;;
      libvips-tools) ada=$(command -v vips || true) ;;
      qpdf) ada=$(command -v qpdf || true) ;;
      poppler-utils) ada=$(command -v pdftoppm || true) ;;
      openssl) ada=$(command -v openssl || true) ;;
      chromium) ada=$(command -v chromium || true) ;;
      fonts-dejavu-core) ada=$(find /usr/share/fonts -name DejaVuSans.ttf 2>/dev/null | head -n 1) ;;
      fonts-liberation) ada=$(find /usr/share/fonts -name 'LiberationSans-Regular.ttf' 2>/dev/null | head -n 1) ;;
      *) ada=$(dpkg-query -W -f='${db:Status-Status}' "$paket" 2>/dev/null | grep -x installed || true) ;;
    esac
    [ -n "$ada" ] || printf '%s\n' "$paket"
  done
}

# The one command by which an administrator installs the packages named as arguments.
perintah_pasang() {
  local isi="mkdir -p /etc/postgresql-common/createcluster.d && echo create_main_cluster=false >/etc/postgresql-common/createcluster.d/klatense.conf && apt-get update && apt-get install -y --no-install-recommends $*"
  if command -v sudo >/dev/null; then printf "sudo sh -c '%s'\n" "$isi"; else printf "su -c '%s'\n" "$isi"; fi
}

# Installs packages as root; the first argument is the log. Debian's own PostgreSQL cluster is neither made nor started:
# the portal and the tests have clusters of their own.
pasang_paket() {
  local log=$1 atur=/etc/postgresql-common/createcluster.d/klatense.conf hasil=0
  shift
  command -v apt-get >/dev/null || return 1
  mkdir -p "${atur%/*}"
  echo 'create_main_cluster = false' >"$atur"
  {
    apt-get -o DPkg::Lock::Timeout=300 update &&
      RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@"
  } >"$log" 2>&1 </dev/null || hasil=1
  rm -f "$atur"
  return "$hasil"
}
