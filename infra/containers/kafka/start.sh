#!/bin/sh
# Starts Kafka on one node with the settings beside this file, in any image that has Java and /opt/kafka/libs.
set -eu
here=$(dirname "$0")
tool() { java -cp '/opt/kafka/libs/*' kafka.tools.StorageTool "$@"; }

if [ ! -e /var/lib/kafka/data/meta.properties ]; then
  tool format --standalone --cluster-id "$(tool random-uuid)" --config "$here/server.properties"
fi
exec java ${KAFKA_HEAP_OPTS:--Xms256m -Xmx512m} -XX:+UseG1GC -XX:+ExitOnOutOfMemoryError -cp '/opt/kafka/libs/*' kafka.Kafka "$here/server.properties"
