/** query-service as this service sees it: asked with the caller's own token, so that its rights are the caller's. */
package io.plumbline.translator.query;
