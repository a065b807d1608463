#!/bin/sh
# Creates the topics; those that exist stay as they are.
set -eu
for topic in analytics.jobs.submit analytics.jobs.high analytics.jobs.low analytics.jobs.progress analytics.jobs.dlq \
    tracker.changes tracker.changes.dlq catalog.changed warehouse.changed; do
    /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$1" --create --if-not-exists --topic "$topic" \
        --partitions 6 --replication-factor 1
done
