# Tries the packages out as a person meets them; sourced by the script `relais` behind build.sh, whose functions and names it uses.
# Needs root: in a clean Debian, where no Java is, it installs the package, starts the service's own command as its own account (no
# service manager runs in a chroot), and looks at each step whether what should be there is there. A release that was published may be
# named as the older version: ./relais package --verify relais_1.0.0_amd64.deb; else it is this program under a lower number.

debian="$here/target/package-debian"
root="$here/target/package-root"
# Somebody else may serve on 8080 here; choosing another port also shows that an upgrade leaves the settings alone.
port="${RELAIS_VERIFY_PORT:-18199}"
page="http://127.0.0.1:$port"
service=""
network=""

passed() { printf '  ok    %s\n' "$*" >&2; }

# Tells the step $1 and whether the rest, a command, succeeds.
check() {
  local step="$1"
  shift
  if "$@"; then
    passed "$step"
  else
    printf '  WRONG %s\n' "$step" >&2
    [ ! -s "$here/target/package-service.log" ] || tail -n 15 "$here/target/package-service.log" >&2
    exit 1
  fi
}

is() { [ "$1" = "$2" ] || { say "expected '$2', found '$1'"; return 1; }; }
is_not() { ! "$@"; }
inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 chroot "$root" "$@"; }
quietly() { "$@" >"$here/target/package-step.log" 2>&1 || { cat "$here/target/package-step.log" >&2; return 1; }; }
exit_code() { local code=0; "$@" >/dev/null 2>&1 || code=$?; echo "$code"; }
rights() { inside stat -c '%U:%G %a' "$1"; }
seconds_since() { echo "$(($(date +%s%N) - $1))" | awk '{ printf "%.1f s", $1 / 1e9 }'; }

clean_up() {
  remove_container
  [ -z "$service" ] || kill "$service" 2>/dev/null || true
  [ -z "$network" ] || kill "$network" 2>/dev/null || true
  [ -z "$service$network" ] || wait 2>/dev/null || true
  leave_debian
}

# --- A clean Debian ---------------------------------------------------------------------------------------------------

enter_debian() {
  if [ ! -f "$debian/complete" ]; then
    command -v debootstrap >/dev/null 2>&1 || install_packages debootstrap
    say "getting a clean Debian, once"
    rm -rf "$debian"
    debootstrap --variant=minbase --include=systemd stable "$debian/root" >"$here/target/package-debian.log" 2>&1 ||
      fail "debootstrap failed: target/package-debian.log says why"
    touch "$debian/complete"
  fi
  leave_debian
  cp -a "$debian/root" "$root"
  mount --bind "$root" "$root"
  mount --bind /proc "$root/proc"
  mount --bind /dev "$root/dev"
}

leave_debian() {
  local mounted
  for mounted in "$root/proc" "$root/dev" "$root"; do
    ! mountpoint -q "$mounted" || umount "$mounted"
  done
  rm -rf --one-file-system "$root"
}

# --- The service ------------------------------------------------------------------------------------------------------

# A line of the unit.
of_unit() { sed -n "s/^$1=//p" "$root/usr/lib/systemd/system/relais.service"; }

# As systemd would: the unit's command, account, folder, variables.
start_service() {
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin "$(of_unit Environment)" "$(command -v chroot)" "$root" \
    setpriv --reuid="$(of_unit User)" --regid="$(of_unit Group)" --clear-groups --no-new-privs \
    sh -c "cd $(of_unit WorkingDirectory) && umask $(of_unit UMask) && exec $(of_unit ExecStart)" \
    >"$here/target/package-service.log" 2>&1 9>&- &
  service=$!
}

still_runs() {
  if [ -n "$container" ]; then
    is "$("$container_engine" inspect --format '{{.State.Running}}' "$container")" true
  else
    kill -0 "$service" 2>/dev/null
  fi
}

page_answers() {
  until curl -sf -o /dev/null "$page/login"; do
    still_runs || { say "the service ended"; return 1; }
    sleep 0.1
  done
}

stop_service() {
  local code=0
  kill -TERM "$service"
  wait "$service" || code=$?
  service=""
  [ "$code" = "$(of_unit SuccessExitStatus)" ] || { say "it ended with $code"; return 1; }
}

# What the HTTP interface answers to the administrator.
asked() { curl -sf -u "admin:$password" "$page/api/v1/$1"; }
counts() { asked records | sed 's/.*"tables"://; s/,"failed":\[.*//'; }
synchronised() { until asked sync | grep -q '"lastSuccess":{'; do kill -0 "$service" 2>/dev/null || return 1; sleep 1; done; }
ask_password() { password="$(inside relais password | sed -n 's/^    //p')" && [ -n "$password" ]; }

# The central servers of the demonstration, outside of the clean Debian.
start_network() {
  # It remembers to which machine each of its sites belongs.
  rm -rf "$here/target/package-network"
  "$JAVA_HOME/bin/java" "${java_options[@]}" -cp "$app/relais.jar:$demo_jar" org.relais.demo.Demonstration --server.port=0 \
    --server.address=127.0.0.1 --relais.data.directory="$here/target/package-network" >"$here/target/package-network.log" 2>&1 9>&- &
  network=$!
  until grep -q 'Ctrl-C stops everything' "$here/target/package-network.log"; do
    kill -0 "$network" 2>/dev/null || fail "the demonstration did not start: target/package-network.log says why"
    sleep 0.5
  done
  central="$(sed -n 's/^ *mSupply central server *\(http[^ ]*\).*/\1/p' "$here/target/package-network.log")"
}

# --- The steps --------------------------------------------------------------------------------------------------------

verify_packages() {
  local older="${1:-}" deb began password="" central before
  [ "$(id -u)" = 0 ] || fail "--verify installs packages in a clean Debian of its own, and needs root for it."
  command -v curl >/dev/null 2>&1 || install_packages curl
  deb="$(ls "$packages"/relais_*.deb)"
  if [ -z "$older" ]; then
    older="$staging/older.deb"
    say "packing the same program as an older version"
    make_deb "0.0.1~older" "$older" -z0
  fi
  trap clean_up EXIT
  enter_debian
  start_network
  verify_install "$older"
  verify_upgrade "$deb"
  verify_refusal
  verify_removal "$deb"
  verify_image
  say "the packages hold"
}

verify_install() {
  local installed expected="$version"
  # An older release says its own.
  [ "$1" = "$staging/older.deb" ] || expected="$(dpkg-deb -f "$1" Version)"
  say "install"
  check "there is no Java in this Debian" is_not inside sh -c 'command -v java'
  cp "$1" "$root/tmp/older.deb"
  installed="$(date +%s%N)"
  check "the package installs, with nothing but what a Debian has" quietly inside dpkg -i /tmp/older.deb
  check "relais is on the path and says its version: $expected" is "$(inside relais --version)" "Relais $expected"
  check "its words are there in French" sh -c "env -i LC_ALL=fr_FR.UTF-8 PATH=/usr/bin:/bin $(command -v chroot) '$root' relais help | grep -q 'Utilisation'"
  check "its account cannot sign in" is "$(inside getent passwd relais | cut -d: -f6,7)" "/var/lib/relais:/usr/sbin/nologin"
  check "only root and its account read the settings" is "$(rights /etc/relais/application.yaml)" "root:relais 640"
  check "only its account reads the data" is "$(rights /var/lib/relais)" "relais:relais 750"
  check "systemd takes the unit" quietly inside systemd-analyze verify --man=no relais.service
  passed "exposure of the unit: $(inside systemd-analyze security --offline=true relais.service 2>/dev/null | tail -n 1 | sed 's/.*: //')"
  check "it is to start with the machine" test -L "$root/etc/systemd/system/multi-user.target.wants/relais.service"
  check "status says that it does not run" is "$(exit_code inside relais status)" 3
  sed -i "s/port: 8080/port: $port/" "$root/etc/relais/application.yaml"
  began="$(date +%s%N)"
  start_service
  check "the first start: its page answers" page_answers
  passed "first start, with a new database: $(seconds_since "$began"); since the install began: $(seconds_since "$installed")"
  check "status says that it runs" is "$(exit_code inside relais status)" 0
  check "whoever may not read the settings is told so" is "$(exit_code inside setpriv --reuid=nobody --regid=nogroup --clear-groups relais status)" 4
  check "root is refused what would write in its folder" is "$(exit_code inside relais run) $(exit_code inside relais backup)" "4 4"
  check "root gets a password for admin" ask_password
  check "which lets in" is "$(asked version | sed 's/.*"version":"\([^"]*\)".*/\1/')" "$expected"
  check "another password does not" is "$(curl -s -o /dev/null -w '%{http_code}' -u admin:another "$page/api/v1/version")" 401
  check "the page for setting the site up is there" curl -sf -o /dev/null "$page/setup"
  check "MariaDB runs from the package" sh -c "! test -e '$root/var/lib/relais/data/mariadb/binaries'"
}

verify_upgrade() {
  say "upgrade with data"
  check "it stops in order" stop_service
  check "and leaves no database behind" is "$(pgrep -cf "datadir=/var/lib/relais/data/mariadb/data" || true)" 0
  cat >>"$root/etc/relais/application.yaml" <<SITE
  site:
    central-url: $central
    name: site-2
    password: pass
SITE
  start_service
  check "it starts with other settings" page_answers
  check "it synchronises with both central servers" synchronised
  before="$(counts)"
  check "its account makes a backup, which is restored aside and compared" quietly inside setpriv --reuid=relais --regid=relais \
    --clear-groups relais backup
  passed "tables with records: $(grep -o '"stored":[1-9]' <<<"$before" | wc -l)"
  check "it stops" stop_service
  cp "$1" "$root/tmp/newer.deb"
  check "the newer package installs over it" quietly inside dpkg -i /tmp/newer.deb
  check "and says its version: $version" is "$(inside relais --version)" "Relais $version"
  check "the settings are as they were left" grep -q "port: $port" "$root/etc/relais/application.yaml"
  check "and nobody else can read them now" is "$(rights /etc/relais/application.yaml)" "root:relais 640"
  began="$(date +%s%N)"
  start_service
  check "it starts" page_answers
  passed "start with records: $(seconds_since "$began")"
  check "it starts with what it learned when it was packed" grep -q relais.aot "/proc/$service/maps"
  check "the same password lets in, and every record is there" is "$(counts)" "$before"
}

verify_refusal() {
  local data="$root/var/lib/relais/data" code=0
  say "an older program on a newer database"
  check "it stops" stop_service
  cp -a "$data" "$data.kept"
  start_service
  check "it starts" page_answers
  check "a newer version leaves its mark" quietly inside sh -c 'cd /var/lib/relais/data/mariadb && MYSQL_PWD="$(cat password)" \
    /usr/lib/relais/lib/app/mariadb/bin/mariadb --no-defaults --skip-ssl --host=127.0.0.1 --port="$(cat port)" --user=relais relais \
    -e "insert into flyway_schema_history select max(installed_rank) + 1, \"9999\", \"later\", \"SQL\", \"V9999__later.sql\", 1, \
    \"relais\", now(), 1, 1 from flyway_schema_history"'
  check "it stops" stop_service
  start_service
  wait "$service" || code=$?
  service=""
  check "it does not start again" is "$code" 1
  check "and says why in one line" is "$(grep -c '^Relais cannot start. The database was made by a newer version' "$here/target/package-service.log")" 1
  rm -rf "$data"
  mv "$data.kept" "$data"
}

verify_removal() {
  say "remove, purge, install again"
  check "it is removed" quietly inside dpkg --remove relais
  check "no program is left" is_not test -e "$root/usr/bin/relais" -o -e "$root/usr/lib/relais"
  check "the settings stay" test -f "$root/etc/relais/application.yaml"
  check "the records stay" test -d "$root/var/lib/relais/data/mariadb/data"
  check "it is purged" quietly inside dpkg --purge relais
  check "the settings are gone" is_not test -e "$root/etc/relais"
  check "the records stay, and it says where" grep -q 'still in /var/lib/relais' "$here/target/package-step.log"
  check "their owner stays" is "$(rights /var/lib/relais)" "relais:relais 750"
  check "it installs again" quietly inside dpkg -i /tmp/newer.deb
  check "it is to start with the machine" test -L "$root/etc/systemd/system/multi-user.target.wants/relais.service"
  sed -i "s/port: 8080/port: $port/" "$root/etc/relais/application.yaml"
  start_service
  check "it starts" page_answers
  check "and goes on with every record" is "$(counts)" "$before"
  check "it stops" stop_service
  rm -rf "$root/var/lib/relais/data"
  check "it is purged without records" quietly inside dpkg --purge relais
  check "nothing of it is left" is "$(inside sh -c 'getent passwd relais; ls -d /var/lib/relais /etc/relais /usr/lib/relais 2>/dev/null')" ""
}

# shellcheck source=src/package/verify-image.sh
. "$here/src/package/verify-image.sh"
