/**
 * What could not be taken in, with the reason, until somebody replays or discards it. Input: a {@link
 * io.plumbline.jobs.deadletter.DeadLetter} of any part; output: a row of {@code jobs.dead_letters}, a message on the dead
 * letter topic, and the endpoints to read, replay and discard them.
 */
package io.plumbline.jobs.deadletter;
