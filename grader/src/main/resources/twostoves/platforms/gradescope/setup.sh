#!/usr/bin/env bash
# Gradescope runs this once, when it builds the image of the autograder: it installs a JDK 25.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y --no-install-recommends ca-certificates curl
if ! apt-get install -y --no-install-recommends openjdk-25-jdk-headless; then
  # an older Ubuntu has no JDK 25 of its own: Eclipse Temurin's packages
  . /etc/os-release
  mkdir -p /etc/apt/keyrings
  curl -fsSL https://packages.adoptium.net/artifactory/api/gpg/key/public -o /etc/apt/keyrings/adoptium.asc
  echo "deb [signed-by=/etc/apt/keyrings/adoptium.asc] https://packages.adoptium.net/artifactory/deb $VERSION_CODENAME main" \
    >/etc/apt/sources.list.d/adoptium.list
  apt-get update
  apt-get install -y --no-install-recommends temurin-25-jdk
fi
