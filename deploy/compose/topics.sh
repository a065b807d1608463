#!/bin/sh
# Creates the topics that are missing. Argument: the broker, host:port.
set -eu
broker=$1
topics() { /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$broker" "$@"; }
present=$(topics --list)

# create PARTITIONS TOPIC...
create() {
    partitions=$1
    shift
    for topic in "$@"; do
        echo "$present" | grep -qxF "$topic" ||
            topics --create --if-not-exists --topic "$topic" --partitions "$partitions" --replication-factor 1
    done
}

# Their records are spread by key, which begins with the tenant.
create 4 analytics.jobs.submit analytics.jobs.high analytics.jobs.low analytics.jobs.progress analytics.jobs.dlq \
    tracker.changes tracker.changes.dlq
# Hints that every instance reads.
create 1 catalog.changed warehouse.changed
