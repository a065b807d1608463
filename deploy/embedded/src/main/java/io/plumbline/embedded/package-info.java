/**
 * Real PostgreSQL, Redis and Kafka on 127.0.0.1 without a container engine, for the local stack and for every test.
 * A server is started by its {@code start} method, ended by {@code close} and never outlives the JVM that started it.
 */
package io.plumbline.embedded;
