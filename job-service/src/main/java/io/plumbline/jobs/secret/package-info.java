/**
 * Secrets of tenants at rest: sealed by AES-256-GCM (Tink) under keys of the environment, bound to their tenant and purpose.
 * Nothing here is ever logged or shown.
 */
package io.plumbline.jobs.secret;
