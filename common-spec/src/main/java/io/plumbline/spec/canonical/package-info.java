/** One form for all specs of the same meaning, and its hash: the key of caches, jobs and the audit. */
package io.plumbline.spec.canonical;
