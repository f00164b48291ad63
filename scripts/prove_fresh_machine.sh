#!/usr/bin/env bash
# Proves that make works on a fresh Debian with python3 and make, nothing else: once as root, once as an ordinary user.
#
#   scripts/prove_fresh_machine.sh [--carry PATH]... [--place DIR] [--suite NAME] [--only root|visitor] [TARGET]...
#
# TARGETs default to "run test". A target with arguments is quoted: 'test ARGS=tests/rules'. The last commit is proved,
# not the work tree. --carry copies a file or folder of this machine to the same place in the new one, for machines
# whose package clients need settings. Needs root, git and debootstrap. The empty system stays in DIR for the next time.
set -euo pipefail
[[ -n ${PROOF_UNSHARED:-} ]] || PROOF_UNSHARED=1 exec unshare --mount "$0" "$@"
cd "$(dirname "${BASH_SOURCE[0]}")/.."

place=/var/tmp/icc-consult-proof
suite=bookworm
people=(root visitor)
carried=(/etc/resolv.conf /etc/hosts)
targets=()
while (($#)); do
    case $1 in
    --carry) carried+=("$2") && shift 2 ;;
    --place) place=$2 && shift 2 ;;
    --suite) suite=$2 && shift 2 ;;
    --only) people=("$2") && shift 2 ;;
    *) targets+=("$1") && shift ;;
    esac
done
((${#targets[@]})) || targets=(run test)

kept=()
while IFS= read -r setting; do
    kept+=("$setting")
done < <(env | grep -E '^(PIP_|npm_config_|NODE_EXTRA_CA_CERTS=|SSL_CERT_|REQUESTS_CA_BUNDLE=|https?_proxy=|no_proxy=)' || true)

empty_system() {
    [[ -x $place/$suite/bin/bash ]] && return
    mkdir -p "$place"
    debootstrap --variant=minbase --include=python3,make,ca-certificates "$suite" "$place/$suite" >"$place/debootstrap.log"
}

new_machine() {
    rm -rf "$place/machine"
    cp -a "$place/$suite" "$place/machine"
    for path in "${carried[@]}"; do
        [[ -e $path ]] || continue
        mkdir -p "$place/machine$(dirname "$path")"
        cp -aLT --remove-destination "$path" "$place/machine$path"
    done
    chroot "$place/machine" useradd --create-home visitor
    git clone --quiet --no-hardlinks . "$place/machine/srv/icc-consult"
    rm -rf "$place/machine/srv/icc-consult/.git"
    chroot "$place/machine" chown -R "$1:" /srv/icc-consult
    mount -t proc proc "$place/machine/proc"
    mount --rbind --make-rslave /dev "$place/machine/dev"
}

leave_machine() {
    umount -l "$place/machine/proc" "$place/machine/dev"
}

inside() {
    local who=$1 home=/root
    shift
    [[ $who == root ]] || home=/home/$who
    chroot --userspec="$who" "$place/machine" env -i HOME="$home" PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
        CI=true ${kept[@]+"${kept[@]}"} "$@" </dev/null
}

# What a person does who is asked to paste a line: runs it as root, then the same command again.
make_with_patience() {
    local who=$1 line said=$place/said
    shift
    inside "$who" make -C /srv/icc-consult "$@" 2>&1 | tee "$said" && return
    line=$(sed -n 's/^ *sudo //p' "$said" | sed 's/sudo //g')
    [[ -n $line ]] || return 1
    echo "--- pasting: $line"
    inside root sh -c "$line" >"$place/apt.log" 2>&1
    inside "$who" make -C /srv/icc-consult "$@"
}

empty_system
for who in "${people[@]}"; do
    new_machine "$who"
    trap leave_machine EXIT
    for target in "${targets[@]}"; do
        echo "=== $who: make $target"
        # shellcheck disable=SC2086 (a target may carry arguments)
        make_with_patience "$who" $target
    done
    leave_machine
    trap - EXIT
done
echo "Proved on $suite as: ${people[*]}"
