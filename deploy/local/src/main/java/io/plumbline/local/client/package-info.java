/** Calls of the HTTP API through the gateway. */
package io.plumbline.local.client;
