/** The product on one machine: launcher, command line, gateway and token issuer. */
package io.plumbline.local;
