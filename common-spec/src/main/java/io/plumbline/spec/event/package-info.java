/** What the services tell each other over Kafka. */
package io.plumbline.spec.event;
