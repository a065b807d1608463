/** Tokens are checked in full, but not for each request. */
package io.plumbline.query.token;
