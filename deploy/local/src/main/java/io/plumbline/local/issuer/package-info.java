/** The local token issuer: a key of the state folder, used by whoever may read that folder; no HTTP endpoint gives tokens away. */
package io.plumbline.local.issuer;
