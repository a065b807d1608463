/** The commands, each of which says in its help what it does and how it ends. */
package io.plumbline.local.cli;
