/** Where the time of a request goes: its steps as a header of the answer, and as spans of a trace. */
package io.plumbline.spec.trace;
