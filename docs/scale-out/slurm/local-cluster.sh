#!/usr/bin/env bash
# A SLURM with two nodes of one processor each on this machine, in a folder of its own.
#
#   local-cluster.sh start FOLDER       starts munged, slurmctld and two slurmd; SLURM_CONF=FOLDER/slurm.conf
#   local-cluster.sh kill FOLDER n1     ends a node at once, with whatever runs on it
#   local-cluster.sh revive FOLDER n1   brings it back
#   local-cluster.sh stop FOLDER        ends all of them by their pid files
#
# Needs root and the Debian packages slurmctld, slurmd, slurm-client and munge.
set -euo pipefail
action=$1
folder=$2
host=$(hostname -s)
export SLURM_CONF=$folder/slurm.conf

configure() {
  mkdir -p "$folder/state" "$folder/spool/n1" "$folder/spool/n2" "$folder/log" "$folder/jobs"
  chmod 755 "$folder"
  install -d -o munge -m 755 "$folder/munge"
  dd if=/dev/urandom of="$folder/munge/key" bs=1 count=1024 status=none
  chown munge "$folder/munge/key"
  chmod 400 "$folder/munge/key"
  cat > "$SLURM_CONF" <<CONF
ClusterName=local
SlurmctldHost=$host(127.0.0.1)
AuthType=auth/munge
AuthInfo=socket=$folder/munge/socket,cred_expire=10
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool/%n
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd-%n.pid
SlurmctldLogFile=$folder/log/slurmctld.log
SlurmdLogFile=$folder/log/slurmd-%n.log
SchedulerType=sched/builtin
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
JobRequeue=1
SlurmdTimeout=10
SlurmctldPort=16817
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
NodeName=n[1-2] NodeHostname=$host NodeAddr=127.0.0.1 Port=[17001-17002] CPUs=1 State=UNKNOWN
PartitionName=p Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
}

# Whether the process of a pid file is there and still the program it was written by.
lives() {
  local file=$1 program=$2
  [ -s "$file" ] && [ "$(cat "/proc/$(cat "$file")/comm" 2> /dev/null)" = "$program" ]
}

end() {
  local file=$1 program=$2 signal=$3 pid
  if lives "$file" "$program"; then
    pid=$(cat "$file")
    kill "-$signal" "$pid"
    for _ in $(seq 50); do
      kill -0 "$pid" 2> /dev/null || break
      sleep 0.1
    done
  fi
  rm -f "$file"
}

case $action in
  start)
    configure
    runuser -u munge -- munged --key-file="$folder/munge/key" --socket="$folder/munge/socket" \
      --pid-file="$folder/munge/munged.pid" --log-file="$folder/munge/log" \
      --seed-file="$folder/munge/seed"
    slurmctld -f "$SLURM_CONF"
    slurmd -f "$SLURM_CONF" -N n1
    slurmd -f "$SLURM_CONF" -N n2
    for _ in $(seq 60); do
      [ "$(sinfo -h -N -t idle -o %N 2> /dev/null | sort -u | wc -l)" = 2 ] && exit 0
      sleep 0.5
    done
    echo "the two nodes are not idle after 30 s; see $folder/log" >&2
    exit 1
    ;;
  kill)
    node=$3
    # A node dies at once: its benchmark does nothing more while the daemons are ended before it.
    lives "$folder/jobs/$node.pid" java && kill -STOP "$(cat "$folder/jobs/$node.pid")"
    end "$folder/slurmd-$node.pid" slurmd KILL
    end "$folder/jobs/$node.step.pid" slurmstepd KILL
    end "$folder/jobs/$node.pid" java KILL
    scontrol update "nodename=$node" state=down reason=killed
    ;;
  revive)
    node=$3
    slurmd -f "$SLURM_CONF" -N "$node"
    scontrol update "nodename=$node" state=resume 2> /dev/null || true
    ;;
  stop)
    scancel --state=PENDING,RUNNING --user=root 2> /dev/null || true
    sleep 1
    for node in n1 n2; do
      end "$folder/jobs/$node.step.pid" slurmstepd TERM
      end "$folder/jobs/$node.pid" java TERM
      end "$folder/slurmd-$node.pid" slurmd TERM
    done
    end "$folder/slurmctld.pid" slurmctld TERM
    end "$folder/munge/munged.pid" munged TERM
    ;;
  *)
    echo "start, kill, revive or stop, not $action" >&2
    exit 2
    ;;
esac
