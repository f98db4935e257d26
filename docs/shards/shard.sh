#!/bin/sh
# What a pod of the Kubernetes Indexed Job runs: "grade" grades one part of /class/clones into /class/parts, "merge" makes
# /class/marks of all parts. A pod that was lost is started again and goes on where it stopped.
#
#   SHARDS                how many parts there are
#   JOB_COMPLETION_INDEX  which part this is, from 0; Kubernetes sets it
#   KATA_ONLY             the exercises to grade, such as fetch-all,split-range; all if it is not set
#   CLASS, KATA_JAR       where these are; /class and /kata.jar
set -u
class=${CLASS:-/class}
jar=${KATA_JAR:-/kata.jar}
code=0
case ${1-} in
  grade)
    shard=$((JOB_COMPLETION_INDEX + 1))
    java -jar "$jar" class "$class/clones" --out "$class/parts/$shard" --shard "$shard/$SHARDS" --resume \
      ${KATA_ONLY:+--only "$KATA_ONLY"} || code=$?
    ;;
  merge) java -jar "$jar" merge "$class"/parts/* --out "$class/marks" || code=$? ;;
  *)
    echo "usage: shard.sh grade|merge" >&2
    exit 2
    ;;
esac
# 1 means that somebody has not solved everything
if [ "$code" -eq 1 ]; then code=0; fi
exit "$code"
