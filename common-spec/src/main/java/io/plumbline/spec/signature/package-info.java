/** Signatures by a shared secret. */
package io.plumbline.spec.signature;
