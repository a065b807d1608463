/**
 * The life of a local stack: one supervisor process that holds Kafka and the gateway and has PostgreSQL, Redis and the
 * services as children. It tells what it does through files of the state folder, which the commands read.
 */
package io.plumbline.local.stack;
