/** Shows how a spec would be run: compile without run. */
package io.plumbline.query.explain;
