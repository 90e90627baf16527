# Tries the image out; sourced by verify.sh, whose functions and names it uses.

container=""
container_engine=""

# docker, or podman where that is installed in its place; nothing where neither runs.
image_engine() {
  local engine
  for engine in docker podman; do
    ! "$engine" info >/dev/null 2>&1 || { echo "$engine"; return; }
  done
}

verify_image() {
  say "the image"
  local engine
  engine="$(image_engine)"
  if [ -n "$engine" ]; then
    verify_image_in "$engine"
  else
    passed "not built: neither docker nor podman runs here; its step is carried out in the clean Debian instead"
    verify_image_step
  fi
}

verify_image_in() {
  local engine="$1"
  check "$engine builds it" quietly "$engine" build --tag relais-verify "$packages"
  check "and it says its version" is "$("$engine" run --rm relais-verify --version)" "Relais $version"
  container="$("$engine" run --detach --no-healthcheck --network host --env "SERVER_PORT=$port" --env SERVER_ADDRESS=127.0.0.1 relais-verify)"
  container_engine="$engine"
  check "it starts" page_answers
  check "not as root" test "$("$engine" exec "$container" id -u)" != 0
  check "its health check answers" is "$(exit_code "$engine" exec "$container" relais status)" 0
  check "it stops" quietly "$engine" stop -t 20 "$container"
  remove_container
}

remove_container() {
  [ -z "$container" ] || quietly "$container_engine" rm --force --volumes "$container" || true
  container=""
}

verify_image_step() {
  local step
  mkdir -p "$root/package"
  cp "$packages"/relais_*.deb "$root/package/"
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  # What stands behind RUN and its mount, with its continued lines.
  step="$(awk '/^RUN /{ on = 1; sub(/^RUN (--[^ ]+ )*/, "") } on { print } on && !/\\$/{ exit }' "$packages/Dockerfile")"
  check "its package installs by the Dockerfile's own step" quietly inside sh -ec "$step"
  check "its folder is there for its account" is "$(rights /var/lib/relais)" "relais:relais 750"
  sed -i "s/port: 8080/port: $port/" "$root/etc/relais/application.yaml"
  start_service
  check "its command starts, as its account" page_answers
  check "its health check answers, as its account" is "$(exit_code inside setpriv --reuid=relais --regid=relais --clear-groups relais status)" 0
  check "it stops" stop_service
}
