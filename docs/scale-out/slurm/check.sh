#!/usr/bin/env bash
# Measures a plan of 32 runs in four shards on a SLURM of two nodes, kills one node in the middle,
# joins the shards and holds the result against the plan: nothing missing, nothing twice.
#
#   check.sh JAVA_HOME CLASS_PATH       what mvn -Pslurm verify calls
set -euo pipefail
java=$1/bin/java
class_path=$2
here=$(cd "$(dirname "$0")" && pwd)
session=night
models="gemma3 qwen2.5"
scenarios="baseline-vs-chimera chimera-homo"
runs=8

for program in munged slurmctld slurmd sbatch runuser; do
  if ! command -v "$program" > /dev/null; then
    echo "SKIPPED: $program is not here; apt-get install slurmctld slurmd slurm-client munge"
    exit 0
  fi
done
if [ "$(id -u)" != 0 ]; then
  echo "SKIPPED: a SLURM on one machine needs root"
  exit 0
fi

folder=$(mktemp -d)
cluster() { bash "$here/local-cluster.sh" "$1" "$folder/cluster" "${@:2}"; }
finish() {
  status=$?
  cluster stop
  if [ $status = 0 ]; then
    rm -rf "$folder"
  else
    tail -n 20 "$folder"/*.log "$folder"/cluster/log/* || true
    echo "FAILED: see $folder"
  fi
}
chmod 755 "$folder"
mkdir "$folder/cluster"
trap finish EXIT
fail() {
  echo "FAILED: $1"
  exit 1
}
await() {
  local patience=$1
  shift
  for _ in $(seq $((patience * 2))); do
    "$@" && return 0
    sleep 0.5
  done
  fail "not within $patience s: $*"
}

# The job itself: a JVM that tells its process, so that a dying node can take it along.
cat > "$folder/measure" <<MEASURE
#!/usr/bin/env bash
echo "\$PPID" > "$folder/cluster/jobs/\$SLURMD_NODENAME.step.pid"
echo "\$\$" > "$folder/cluster/jobs/\$SLURMD_NODENAME.pid"
echo "task \$SLURM_ARRAY_TASK_ID begins on \$SLURMD_NODENAME"
exec "$java" --enable-preview --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 \\
  -XX:+UseSerialGC "-Dallure.results.directory=$folder/allure" -cp "$class_path" "\$@" \\
  dev.tr116.scaleout.RunBenchmark dev.tr116.benchmark.Tr116IT
MEASURE
chmod +x "$folder/measure"

echo "== a SLURM with two nodes"
cluster start
export SLURM_CONF=$folder/cluster/slurm.conf
sinfo -N

echo "== an array of four shards"
cd "$folder"
TR116_RUN=$folder/measure TR116_SESSION=$session TR116_RESULTS=$folder/results \
  TR116_OPTIONS="-Dtr116.models=${models// /,} -Dtr116.runs=$runs -Dtr116.backend=scripted -Dtr116.calibration=off -Dtr116.power=off -Dtr116.preflight=off" \
  sbatch --parsable --array=10-13 --output="$folder/task-%a.log" "$here/array.sbatch"

recorded() { find "$folder/results/$session-shard-$1-of-4" -name metrics.json 2> /dev/null | wc -l; }
on_node() { squeue -h -r -t RUNNING -w "$1" -o %K 2> /dev/null | head -1; }
has_some() {
  task=$(on_node n1)
  [ -n "$task" ] && [ "$(recorded $((task - 9)))" -ge 3 ]
}
await 90 has_some
shard=$((task - 9))
echo "== node n1 is killed while it measures shard $shard"
cluster kill n1
kept=$(recorded $shard)
find "$folder/results/$session-shard-$shard-of-4" -name metrics.json -exec sha256sum {} + > kept.sha256
[ "$kept" -lt $runs ] || fail "the shard was through before its node was killed; the check shows nothing"
echo "$kept of $runs runs were recorded"
cluster revive n1

echo "== the array ends, with the killed task requeued"
finished() { [ -z "$(squeue -h)" ]; }
await 150 finished
grep -q "goes on: $kept runs are kept" "task-$task.log" || fail "task $task did not go on with $kept runs"
[ "$(grep -c "^task $task begins" "task-$task.log")" = 2 ] || fail "task $task did not begin twice"
grep -h "^task\|goes on" "$folder"/task-*.log

echo "== joined"
"$java" -cp "$class_path" dev.tr116.cli.Main merge --out "$folder/results/$session" \
  "$folder/results/$session"-shard-*-of-4 || fail "the shards cannot be joined, or runs are missing"

for model in gemma3_latest qwen2p5_7b; do
  for scenario in $scenarios; do
    for run in $(seq $runs); do
      echo "multi/structured/$model/${scenario}_gpu80_ctx512_temp10/run_$run"
    done
  done
done | sort > plan.txt
(cd "$folder/results/$session" && find multi -name metrics.json -printf '%h\n') | sort > merged.txt
diff plan.txt merged.txt || fail "the joined session is not the plan"
[ "$(($(wc -l < "$folder/results/$session/analysis.csv") - 1))" = "$(wc -l < plan.txt)" ] \
  || fail "analysis.csv has another number of rows"
grep -q '"status" : "complete"' "$folder/results/$session/session.json" || fail "not complete"
find "$folder/results" -name 'set_aside_*' | grep . && fail "a run was measured twice"
# A run that is measured prints its wall time, one that is kept does not.
twice=$(sed -n 's/^\[tr116\] [0-9/]* \(.* run [0-9/]*\)  wall .*/\1/p' task-*.log | sort | uniq -d)
[ -z "$twice" ] || fail "measured twice: $twice"
sha256sum --quiet --check kept.sha256 || fail "a run that was recorded before the kill was written again"
echo "PASSED: 32 runs, $kept of them kept when their node was killed; nothing missing, nothing twice"
