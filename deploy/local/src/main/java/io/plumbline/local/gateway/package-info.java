/** The one origin in front of the services: routes by path, limits bodies, marks requests, publishes the token keys. */
package io.plumbline.local.gateway;
