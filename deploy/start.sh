#!/usr/bin/env bash
# Sets up and starts the portal with a PostgreSQL cluster of its own. Operators read Indonesian: so is every message.
# shellcheck disable=SC2015  # "A && B || gagal": gagal is meant for either
set -euo pipefail
umask 077

REPO=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=deploy/pustaka.sh
. "$REPO/deploy/pustaka.sh"

pesan() { printf "%s\n" "$@"; }
gagal() { printf '%s\n' "$@" >&2; exit 1; }
bantuan() {
  cat <<'B'
Pemakaian: bash deploy/start.sh [--demo [--bsre] | --sandbox] [--port N] [--data FOLDER]
           bash deploy/start.sh --stop [--demo [--bsre]] [--data FOLDER]

  --demo         orang dan permohonan contoh; hanya dapat dibuka dari komputer ini
  --bsre         bersama --demo: di samping portal dijalankan Peraga BSrE, yang memeragakan Portal BSrE
  --sandbox      untuk percobaan: portal sendiri yang menerbitkan sertifikat, dan sertifikat itu tidak sah
                 untuk tanda tangan. Tanpa pilihan ini portal bekerja dengan Portal BSrE
  --port N       port portal (bila tidak disebut: 8080)
  --data FOLDER  tempat data portal
  --stop         menghentikan portal dan PostgreSQL yang dijalankan perintah ini

Setelan lain (surat elektronik, alamat, PostgreSQL yang sudah ada): lihat deploy/README.md
B
}
salah_pakai() { printf '%s\n\n' "$*" >&2; bantuan >&2; exit 2; }

DEMO=false SANDBOX=false BSRE=false PORT='' DATA='' STOP=false
while [ $# -gt 0 ]; do
  case $1 in
    --demo) DEMO=true ;;
    --sandbox) SANDBOX=true ;;
    --bsre) BSRE=true ;;
    --stop) STOP=true ;;
    --port | --data)
      [ $# -ge 2 ] && [ -n "$2" ] && [ "${2#--}" = "$2" ] || salah_pakai "Pilihan $1 memerlukan nilai."
      if [ "$1" = --port ]; then PORT=$2; else DATA=$2; fi
      shift ;;
    --port=*) PORT=${1#*=} ;;
    --data=*) DATA=${1#*=} ;;
    -h | --help | --bantuan) bantuan; exit 0 ;;
    *) salah_pakai "Pilihan \"$1\" tidak dikenal." ;;
  esac
  shift
done
if $BSRE && ! $DEMO; then salah_pakai "Pilihan --bsre dipakai bersama --demo. Untuk Portal BSrE sungguhan tidak perlu pilihan apa pun."; fi
if $BSRE && $SANDBOX; then salah_pakai "Pilih salah satu: --bsre atau --sandbox."; fi
PORT_DISEBUT=false
if [ -n "$PORT" ]; then PORT_DISEBUT=true; fi
PORT=${PORT:-8080}
[[ $PORT =~ ^[0-9]{1,5}$ ]] && [ "$((10#$PORT))" -ge 1 ] && [ "$((10#$PORT))" -le 65535 ] ||
  salah_pakai "Port harus berupa angka dari 1 sampai 65535, bukan \"$PORT\"."
PORT=$((10#$PORT))

if [ "$(id -u)" = 0 ]; then ROOT=true INDUK=/var/lib; else ROOT=false INDUK=${XDG_DATA_HOME:-${HOME:-/nonexistent}/.local/share}; fi
DAFTAR=$INDUK/klaten-se-berjalan # the data folders that were started, so that --stop alone finds them
JENIS=sungguhan
if $DEMO; then JENIS=demo; fi
DATA_DISEBUT=$DATA
if [ -z "$DATA" ]; then
  DATA=$INDUK/klaten-se
  if $DEMO; then DATA=$DATA-demo; fi
  if $BSRE; then DATA=$DATA-bsre; fi
fi
DATA=$(realpath -m -- "$DATA")
case $DATA in *[,\;:\'\"\\\`$]* | *$'\n'*) gagal "Nama folder data tidak boleh memuat tanda baca seperti koma, titik koma, titik dua, atau tanda petik: $DATA" ;; esac

# PostgreSQL refuses to run as root, so its programs then run as the Debian user postgres.
sebagai_pg() {
  if $ROOT; then (cd / && setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"); else (cd / && "$@"); fi
}
# With the pid, the moment a process began names it for good. A dead one that nobody has collected yet counts as gone.
waktu_mulai() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | awk '$1 != "Z" && $1 != "X" { print $20 }'; }
pid_program() { # prints the pid of the program $2 (portal, peraga) that runs on the data folder $1
  local pid
  pid=$(cat "$1/$2.pid" 2>/dev/null) && [ -n "$pid" ] || return 1
  local mulai
  mulai=$(waktu_mulai "$pid")
  [ -n "$mulai" ] && [ "$mulai" = "$(cat "$1/$2.mulai" 2>/dev/null)" ] || return 1
  printf '%s\n' "$pid"
}
pid_portal() { pid_program "$1" portal; }
pid_peraga() { pid_program "$1" peraga; }
pg_berjalan() {
  local pid
  pid=$(head -n 1 "$1/pg/postmaster.pid" 2>/dev/null) && [ -n "$(waktu_mulai "$pid")" ] || return 1
  sebagai_pg "$(cari_pg "$(cat "$1/pg/PG_VERSION")")/pg_ctl" -D "$1/pg" status >/dev/null 2>&1
}

# The socket lies in the data folder, or, as its path may hold 107 bytes only, in a short one when the data folder's name is long.
jalur_soket() {
  local folder=$1/soket
  if [ $((${#folder} + 20)) -gt 107 ]; then
    if $ROOT; then folder=/run; else folder=${XDG_RUNTIME_DIR:-/tmp}; fi
    folder=$folder/klatense-$(id -u)-$(printf %s "$1" | sha256sum | cut -c1-10)
  fi
  printf '%s\n' "$folder"
}
hentikan() {
  local data=$1 pid ada=false i
  if pid=$(pid_portal "$data"); then
    ada=true
    kill -TERM "$pid" 2>/dev/null || true
    for ((i = 0; i < 150; i++)); do pid_portal "$data" >/dev/null || break; sleep 0.2; done
    if pid_portal "$data" >/dev/null; then
      pesan "Portal tidak berhenti dalam 30 detik, maka dihentikan paksa."
      kill -KILL "$pid" 2>/dev/null || true
    fi
    pesan "Portal dihentikan."
  fi
  rm -f "$data/portal.pid" "$data/portal.mulai"
  # The stand-in keeps nothing that could be lost.
  if pid=$(pid_peraga "$data"); then
    ada=true
    kill -TERM "$pid" 2>/dev/null || true
    for ((i = 0; i < 50; i++)); do pid_peraga "$data" >/dev/null || break; sleep 0.2; done
    if pid_peraga "$data" >/dev/null; then kill -KILL "$pid" 2>/dev/null || true; fi
    pesan "Peraga BSrE dihentikan."
  fi
  rm -f "$data/peraga.pid" "$data/peraga.mulai" "$data/alamat-bsre"
  if pg_berjalan "$data"; then
    ada=true
    sebagai_pg "$(cari_pg "$(cat "$data/pg/PG_VERSION")")/pg_ctl" -D "$data/pg" stop -w -m fast >/dev/null ||
      gagal "PostgreSQL di $data/pg tidak dapat dihentikan. Periksa $data/log/postgresql.log."
    rmdir "$(jalur_soket "$data")" 2>/dev/null || true
    pesan "PostgreSQL milik portal dihentikan."
  fi
  if [ -f "$DAFTAR" ]; then
    grep -vxF -- "$data" "$DAFTAR" >"$DAFTAR.baru" || true
    mv "$DAFTAR.baru" "$DAFTAR"
    [ -s "$DAFTAR" ] || rm -f "$DAFTAR"
  fi
  $ada || pesan "Tidak ada portal yang berjalan dengan data di $data."
}

if $STOP; then
  if [ -z "$DATA_DISEBUT" ] && ! $DEMO && [ -f "$DAFTAR" ]; then
    mapfile -t berjalan < <(while read -r d; do if pid_portal "$d" >/dev/null || pid_peraga "$d" >/dev/null || pg_berjalan "$d"; then echo "$d"; fi; done <"$DAFTAR")
    if [ "${#berjalan[@]}" -gt 1 ]; then
      gagal "Ada ${#berjalan[@]} portal yang berjalan. Sebutkan yang akan dihentikan:" "$(printf '  bash deploy/start.sh --stop --data %q\n' "${berjalan[@]}")"
    fi
    DATA=${berjalan[0]:-$DATA}
  fi
  hentikan "$DATA"
  exit 0
fi

# An operator's further settings, one KEY=value a line; read, not run.
if [ -f "$DATA/setelan.env" ]; then
  while IFS= read -r baris || [ -n "$baris" ]; do
    if [[ $baris =~ ^([A-Za-z_][A-Za-z0-9_]*)=(.*)$ ]]; then export "${BASH_REMATCH[1]}=${BASH_REMATCH[2]}"; fi
  done <"$DATA/setelan.env"
fi

# --- What must be there before anything is made -------------------------------------------------------------------------
[ -n "${HOME:-}" ] || export HOME=$DATA
cari_sdk || gagal "SDK .NET 10 belum terpasang di komputer ini." "Pasang dahulu SDK .NET 10 untuk Debian 12 (petunjuknya ada di laman Microsoft tentang .NET), lalu ulangi perintah ini."

PAKET=(libvips-tools qpdf poppler-utils fonts-dejavu-core fonts-liberation)
if [ -z "${KLATENSE_DB:-}" ]; then PAKET=(postgresql "${PAKET[@]}"); fi
mapfile -t KURANG < <(paket_kurang "${PAKET[@]}")
if [ "${#KURANG[@]}" -gt 0 ]; then
  $ROOT || gagal "Yang belum terpasang di komputer ini: ${KURANG[*]}." \
    "Jalankan satu perintah ini (perlu hak administrator), lalu ulangi perintah tadi:" "" "  $(perintah_pasang "${KURANG[@]}")" ""
  pesan "Memasang ${KURANG[*]} ..."
  LOG_PASANG=$(mktemp)
  pasang_paket "$LOG_PASANG" "${KURANG[@]}" || { tail -n 15 "$LOG_PASANG" >&2; gagal "Pemasangan gagal; penyebabnya tertulis di atas. Perbaiki, lalu ulangi perintah ini."; }
  rm -f "$LOG_PASANG"
fi

case ${KLATENSE_DB:-} in
  postgres://* | postgresql://*) gagal "KLATENSE_DB ditulis dalam bentuk Host=...;Username=...;Password=...;Database=..., bukan sebagai alamat postgres://." ;;
esac

# --- The data folder ------------------------------------------------------------------------------------------------------
# The folders above are not the portal's: they get the usual rights, else the server, which is another user, could not pass.
(umask 022; mkdir -p -- "$(dirname -- "$DATA")" && mkdir -m 700 -p -- "$DATA") 2>/dev/null || gagal "Folder data $DATA tidak dapat dibuat. Pilih folder lain dengan --data FOLDER."
[ -d "$DATA" ] && [ -w "$DATA" ] && [ -x "$DATA" ] || gagal "Folder data $DATA tidak dapat ditulisi. Pilih folder lain dengan --data FOLDER."
[ -O "$DATA" ] || gagal "Folder data $DATA milik pengguna lain ($(stat -c %U "$DATA")). Jalankan sebagai pengguna itu, atau pilih folder lain dengan --data FOLDER."
if [ -f "$DATA/jenis" ]; then
  [ "$(cat "$DATA/jenis")" = "$JENIS" ] || gagal "Folder $DATA berisi data $(cat "$DATA/jenis"), sedangkan yang diminta $JENIS." \
    "Data contoh dan data sungguhan tidak dicampur. Pilih folder lain dengan --data FOLDER."
elif [ -n "$(find "$DATA" -mindepth 1 -maxdepth 1 ! -name setelan.env -print -quit)" ]; then
  gagal "Folder $DATA sudah berisi hal lain. Pilih folder kosong atau nama baru dengan --data FOLDER."
fi
if $DEMO && [ -s "$DATA/otoritas" ]; then
  diminta=$(if $BSRE; then echo Bsre; else echo Sandbox; fi)
  [ "$(cat "$DATA/otoritas")" = "$diminta" ] || gagal "Folder $DATA berisi peragaan $(if $BSRE; then echo tanpa; else echo dengan; fi) --bsre." "Pilih folder lain dengan --data FOLDER."
fi
exec 9>"$DATA/kunci-start"
flock -n 9 || gagal "Perintah start lain sedang berjalan untuk $DATA. Tunggu sampai selesai, lalu ulangi."
echo "$JENIS" >"$DATA/jenis"
mkdir -p "$DATA/log"

masuk() {
  pesan "" "Portal berjalan di $(cat "$DATA/alamat")"
  if ! $DEMO && [ "$(cat "$DATA/otoritas" 2>/dev/null)" = Sandbox ]; then
    pesan "" "Mode percobaan: sertifikat yang diterbitkan portal ini tidak sah untuk tanda tangan. Untuk pemakaian sungguhan, jalankan tanpa --sandbox."
  fi
  if [ -s "$DATA/alamat-bsre" ] && pid_peraga "$DATA" >/dev/null; then
    local bsre
    bsre=$(cat "$DATA/alamat-bsre")
    pesan "" "Peraga BSrE (memeragakan Portal BSrE) berjalan di $bsre" \
      "  Verifikator masuk di $bsre/verifikator dengan nama pengguna verifikator dan kata sandi verifikator-peraga" \
      "  Email dari BSrE, dengan link aktivasi dan passphrase: $bsre/kendali/surat"
  fi
  if [ -s "$DATA/akun-demo.txt" ]; then pesan "" "Akun contoh untuk masuk:"; cat "$DATA/akun-demo.txt"; fi
  if [ -s "$DATA/kode-admin-pertama" ]; then
    pesan "" "Masuk pertama kali sebagai administrator: buka $(cat "$DATA/alamat")/pertama lalu isi kode sekali pakai ini:"
    cat "$DATA/kode-admin-pertama"
  fi
  pesan "" "Catatan portal: $DATA/log/portal.log" "Menghentikan:   bash deploy/start.sh --stop --data $(printf %q "$DATA")"
}
if pid_portal "$DATA" >/dev/null; then
  pesan "Portal sudah berjalan."
  if $BSRE && ! pid_peraga "$DATA" >/dev/null; then
    pesan "Peraga BSrE tidak berjalan. Hentikan dahulu portal ini, lalu jalankan lagi."
  fi
  if [ "$(cat "$DATA/port" 2>/dev/null)" != "$PORT" ] && $PORT_DISEBUT; then
    pesan "Port tidak diganti: portal masih memakai port $(cat "$DATA/port"). Hentikan dahulu bila ingin memakai port $PORT."
  fi
  if $SANDBOX && [ "$(cat "$DATA/otoritas" 2>/dev/null)" != Sandbox ]; then
    pesan "Mode tidak diganti: portal masih bekerja dengan Portal BSrE. Hentikan dahulu bila ingin memakai --sandbox."
  fi
  masuk
  exit 0
fi

ALAMAT=${KLATENSE_ALAMAT:-127.0.0.1}
if $DEMO; then ALAMAT=127.0.0.1; fi
UJI_ALAMAT=$ALAMAT
case $ALAMAT in 0.0.0.0 | '*' | '[::]' | localhost) UJI_ALAMAT=127.0.0.1 ;; esac
UJI_ALAMAT=${UJI_ALAMAT#[}; UJI_ALAMAT=${UJI_ALAMAT%]}
if (exec 3<>"/dev/tcp/$UJI_ALAMAT/$PORT") 2>/dev/null; then
  gagal "Port $PORT sudah dipakai program lain. Pilih port lain, misalnya: bash deploy/start.sh --port $((PORT < 65535 ? PORT + 1 : 8081))"
fi

# --- The portal's program: built anew only when its sources changed ---------------------------------------------------------
sidik() { # digest of the sources under the folders named as arguments
  (cd "$REPO" && find "$@" Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig \
    \( -name bin -o -name obj -o -path src/Portal/wwwroot/_framework \) -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-12)
}
bangun() { # PROJECT NAME DIGEST WORDS: builds into artifacts/NAME-DIGEST what is not there yet
  local program=$REPO/artifacts/$2-$3 lama
  [ ! -f "$program/selesai" ] || return 0
  mkdir -p "$REPO/artifacts" 2>/dev/null && [ -w "$REPO/artifacts" ] ||
    gagal "Folder $REPO/artifacts tidak dapat ditulisi, padahal $4 perlu dibangun di sana. Jalankan sebagai pemilik folder itu."
  exec 8>"$REPO/artifacts/kunci-bangun"
  flock 8
  if [ ! -f "$program/selesai" ]; then
    pesan "Membangun $4 (sekali ini saja, satu sampai tiga menit) ..."
    rm -rf "$program.baru" "$program"
    # Analyzers have their say in test.sh; here they would only make the first start longer.
    (umask 022 && cd "$REPO" && dotnet publish "$1" -c Release -o "$program.baru" -v q --nologo \
      --disable-build-servers -p:RunAnalyzers=false) >"$DATA/log/bangun.log" 2>&1 </dev/null 8>&- 9>&- || {
      grep -E 'error' "$DATA/log/bangun.log" | sort -u | head -n 10 >&2 || true
      gagal "Yang gagal dibangun: $4. Selengkapnya di $DATA/log/bangun.log"
    }
    touch "$program.baru/selesai"
    # Older builds go, except those that still run.
    for lama in "$REPO/artifacts/$2"-*; do
      [ "$lama" = "$program.baru" ] || [ ! -d "$lama" ] || grep -qsF -- "$lama/" /proc/[0-9]*/cmdline || rm -rf "$lama"
    done
    mv "$program.baru" "$program"
  fi
  exec 8>&-
}
SUMBER=$(sidik src)
PROGRAM=$REPO/artifacts/portal-$SUMBER
bangun src/Portal/Portal.csproj portal "$SUMBER" portal
if $BSRE; then
  SUMBER_PERAGA=$(sidik tests/BsreStandIn)
  PERAGA=$REPO/artifacts/peraga-$SUMBER_PERAGA
  bangun tests/BsreStandIn/BsreStandIn.csproj peraga "$SUMBER_PERAGA" "Peraga BSrE"
fi

# --- PostgreSQL -----------------------------------------------------------------------------------------------------------
acak() { od -An -v -N24 -tx1 /dev/urandom | tr -d ' \n'; }
rahasia() { [ -s "$DATA/$1" ] || acak >"$DATA/$1"; cat "$DATA/$1"; }

# That folder is open to this user alone.
folder_soket() {
  local folder
  folder=$(jalur_soket "$DATA")
  mkdir -p "$folder"
  local pemilik
  pemilik=$(stat -c %u "$folder")
  if $ROOT && [ "$pemilik" = 0 ]; then chown postgres: "$folder"; fi
  if ! $ROOT && [ "$pemilik" != "$(id -u)" ]; then gagal "Folder $folder milik pengguna lain. Hapus folder itu, atau pilih --data FOLDER yang namanya lebih pendek."; fi
  chmod 700 "$folder"
  printf '%s\n' "$folder"
}

siapkan_pg() {
  local bin versi='' soket penyelia
  if [ -f "$DATA/pg/PG_VERSION" ]; then versi=$(cat "$DATA/pg/PG_VERSION"); fi
  bin=$(cari_pg "$versi") || gagal "Data di $DATA/pg dibuat dengan PostgreSQL $versi, yang tidak lagi terpasang. Pasang postgresql-$versi, atau pindahkan datanya (deploy/README.md, bagian Upgrade)."
  if $ROOT; then
    penyelia=postgres
    id postgres >/dev/null 2>&1 || gagal "Pengguna sistem postgres tidak ada. Pasang paket postgresql dari Debian."
    chmod 711 "$DATA" # the server's user must pass through; what lies in it is closed to others
    sebagai_pg test -x "$DATA" || gagal "Pengguna postgres tidak dapat mencapai $DATA, karena folder di atasnya tertutup. Pilih folder lain dengan --data FOLDER."
  else
    penyelia=$(id -un)
  fi
  soket=$(folder_soket)

  if [ -z "$versi" ]; then
    pesan "Menyiapkan PostgreSQL milik portal ..."
    rm -rf "$DATA/pg.baru"
    mkdir -m 700 "$DATA/pg.baru"
    if $ROOT; then chown postgres: "$DATA/pg.baru"; fi
    sebagai_pg "$bin/initdb" -D "$DATA/pg.baru" -U postgres -A peer -E UTF8 --locale=C.UTF-8 --data-checksums \
      >"$DATA/log/initdb.log" 2>&1 || gagal "PostgreSQL tidak dapat disiapkan. Penyebabnya di $DATA/log/initdb.log"
    # The superuser comes in only as the system user that runs the server; the portal's two roles by password.
    printf 'local all postgres peer map=penyelia\nlocal all all scram-sha-256\n' | sebagai_pg tee "$DATA/pg.baru/pg_hba.conf" >/dev/null
    printf 'penyelia "%s" postgres\n' "$penyelia" | sebagai_pg tee "$DATA/pg.baru/pg_ident.conf" >/dev/null
    mv "$DATA/pg.baru" "$DATA/pg"
  fi

  if ! pg_berjalan "$DATA"; then
    local log=$DATA/log/postgresql.log
    touch "$log"
    if $ROOT; then chmod 711 "$DATA/log"; chown postgres: "$log"; fi
    # Terse: the DETAIL of a refused duplicate would put a NIK into the log.
    # Durable settings are PostgreSQL's own defaults (fsync, synchronous_commit and full_page_writes on); nothing weakens them here.
    # After a crash its last processes may need a moment to go; hence more than one try.
    local coba
    for coba in 1 2 3 4 5; do
      if sebagai_pg "$bin/pg_ctl" -D "$DATA/pg" -l "$log" -w -t 60 \
        -o "-c listen_addresses= -c unix_socket_directories='$soket' -c unix_socket_permissions=0700 -c max_connections=200 -c log_error_verbosity=terse" start >/dev/null 2>&1 9>&- </dev/null; then break; fi
      [ "$coba" -lt 5 ] || { tail -n 5 "$log" >&2; gagal "PostgreSQL milik portal tidak dapat dijalankan. Penyebabnya tertulis di atas dan di $log"; }
      sleep 1
    done
  fi

  local sandi_pemilik sandi_portal
  sandi_pemilik=$(rahasia sandi-pemilik)
  sandi_portal=$(rahasia sandi-portal)
  sebagai_pg "$bin/psql" -X -q -h "$soket" -U postgres -d postgres -v ON_ERROR_STOP=1 >"$DATA/log/peran.log" 2>&1 <<SQL || gagal "Peran basis data tidak dapat dibuat. Penyebabnya di $DATA/log/peran.log"
SELECT 'CREATE ROLE ' || r FROM unnest(ARRAY['klatense_pemilik','klatense_portal']) r WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r) \gexec
ALTER ROLE klatense_pemilik LOGIN NOSUPERUSER NOCREATEDB PASSWORD '$sandi_pemilik';
ALTER ROLE klatense_portal LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '$sandi_portal';
SELECT 'CREATE DATABASE klatense OWNER klatense_pemilik' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'klatense') \gexec
REVOKE ALL ON DATABASE klatense FROM PUBLIC;
GRANT CONNECT ON DATABASE klatense TO klatense_portal;
SQL
  export ConnectionStrings__Pemilik="Host=$soket;Database=klatense;Username=klatense_pemilik;Password=$sandi_pemilik"
  export ConnectionStrings__Portal="Host=$soket;Database=klatense;Username=klatense_portal;Password=$sandi_portal;Maximum Pool Size=80"
}

if [ -n "${KLATENSE_DB:-}" ]; then
  export ConnectionStrings__Pemilik=$KLATENSE_DB
  if [ -z "${KLATENSE_DB_PORTAL:-}" ]; then
    # The portal's migration gives klatense_portal this password.
    KLATENSE_DB_SANDI_PORTAL=${KLATENSE_DB_SANDI_PORTAL:-$(rahasia sandi-portal)}
    export KLATENSE_DB_SANDI_PORTAL
    # In Npgsql's strings the last of two equal keys counts, so nothing has to be cut out of the owner's.
    KLATENSE_DB_PORTAL="${KLATENSE_DB%;};Username=klatense_portal;Password=$KLATENSE_DB_SANDI_PORTAL"
  fi
  export ConnectionStrings__Portal=$KLATENSE_DB_PORTAL
else
  siapkan_pg
fi
if ! grep -qsxF -- "$DATA" "$DAFTAR"; then
  mkdir -p "$INDUK" 2>/dev/null && echo "$DATA" >>"$DAFTAR" || true
fi

# --- The portal -------------------------------------------------------------------------------------------------------------
export ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_URLS="http://$ALAMAT:$PORT" Portal__Demo=$DEMO
export Portal__AlamatPublik="${KLATENSE_ALAMAT_PUBLIK:-http://$UJI_ALAMAT:$PORT}"
if $DEMO; then
  Portal__AlamatPublik="http://127.0.0.1:$PORT"
  export Surel__IsiTerlihat=true # the demo's page of outgoing mail
fi
# Who issues certificates. For real use it is BSrE; the demo issues its own; elsewhere the sandbox is said in words, which the portal asks for.
if $SANDBOX; then
  export Sertifikat__Mode=Sandbox Sertifikat__SandboxDiProduksi="sertifikat sandbox tidak sah"
elif $BSRE; then
  export Sertifikat__Mode=Bsre
elif $DEMO; then
  export Sertifikat__Mode=Sandbox
else
  export Sertifikat__Mode=${Sertifikat__Mode:-Bsre}
fi
echo "$Sertifikat__Mode" >"$DATA/otoritas"
# Seals the keys that lie in the database: without this file neither documents nor sessions can be opened. A line a key, the first one seals.
if [ -z "${KunciPelindung__Berkas:-}" ]; then
  export KunciPelindung__Berkas="$DATA/kunci-pelindung"
  [ -s "$KunciPelindung__Berkas" ] || head -c 32 /dev/urandom | base64 >"$KunciPelindung__Berkas"
fi
export Akun__BerkasKodePertama="$DATA/kode-admin-pertama" Demo__BerkasAkun="$DATA/akun-demo.txt"
if $BSRE; then
  if ! pid_peraga "$DATA" >/dev/null; then
    # A free port of its own; the first line that it writes names it. It issues two minutes after the passphrase.
    (cd "$PERAGA" && exec setsid -- dotnet "$PERAGA/KlatenSE.BsreStandIn.dll" --urls http://127.0.0.1:0 --BSRE:JedaTerbit=00:02:00 >"$DATA/log/peraga.log" 2>&1 </dev/null 9>&-) &
    PID=$!
    disown "$PID"
    waktu_mulai "$PID" >"$DATA/peraga.mulai"
    echo "$PID" >"$DATA/peraga.pid"
    MULAI=$SECONDS
    until grep -qsm 1 '^Peraga BSrE: ' "$DATA/log/peraga.log"; do
      if ! pid_peraga "$DATA" >/dev/null || [ $((SECONDS - MULAI)) -ge 60 ]; then
        tail -n 15 "$DATA/log/peraga.log" >&2
        hentikan "$DATA" >/dev/null
        gagal "Peraga BSrE tidak dapat dijalankan. Penyebabnya tertulis di atas dan di $DATA/log/peraga.log"
      fi
      sleep 0.2
    done
    sed -n 's|^Peraga BSrE: \(.*[^/]\)/*$|\1|p' "$DATA/log/peraga.log" | head -n 1 >"$DATA/alamat-bsre"
  fi
  # The status check asks the stand-in; the demo brings its people there.
  Demo__AlamatBsre=$(cat "$DATA/alamat-bsre")
  export Demo__AlamatBsre Bsre__Alamat=$Demo__AlamatBsre Bsre__Pengguna=peraga Bsre__Sandi=sandi-peraga Bsre__Selang=00:00:30
fi
printf '%s\n' "$Portal__AlamatPublik" >"$DATA/alamat"
echo "$PORT" >"$DATA/port"
LOG=$DATA/log/portal.log
if [ -f "$LOG" ]; then mv "$LOG" "$LOG.1"; fi

# The portal runs as whoever calls: a root's start is for trying it out. For real use deploy/klatense.service gives it a user of its own.
(cd "$PROGRAM" && exec setsid -- dotnet "$PROGRAM/KlatenSE.Portal.dll" >"$LOG" 2>&1 </dev/null 9>&-) &
PID=$!
disown "$PID" # else bash would report its end in words of its own
waktu_mulai "$PID" >"$DATA/portal.mulai"
echo "$PID" >"$DATA/portal.pid"

sehat() {
  local baris
  exec 3<>"/dev/tcp/$UJI_ALAMAT/$PORT" || return 1
  printf 'GET /sehat HTTP/1.1\r\nHost: %s:%s\r\nConnection: close\r\n\r\n' "$UJI_ALAMAT" "$PORT" >&3
  IFS= read -r -t 10 baris <&3 || return 1
  [[ $baris == HTTP/1.?\ 200* ]]
}
MULAI=$SECONDS
until (sehat) 2>/dev/null; do
  if ! pid_portal "$DATA" >/dev/null || [ $((SECONDS - MULAI)) -ge 150 ]; then
    if grep -qi 'address already in use' "$LOG"; then sebab="Port $PORT sudah dipakai program lain. Pilih port lain dengan --port N."
    elif grep -qiE "Permission denied.*bind|SocketException \(13\)" "$LOG"; then sebab="Port $PORT tidak boleh dipakai pengguna biasa. Pilih port di atas 1023 dengan --port N."
    else tail -n 15 "$LOG" >&2; sebab="Portal tidak dapat dijalankan. Penyebabnya tertulis di atas dan di $LOG"; fi
    hentikan "$DATA" >/dev/null
    gagal "$sebab"
  fi
  sleep 0.2
done
masuk
