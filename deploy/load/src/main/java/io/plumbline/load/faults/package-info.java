/** Kills and stops parts of the running product while it is asked, and checks every answer. */
package io.plumbline.load.faults;
