/** How a service works for a caller whose token it has no more: signed words of one service to another. */
package io.plumbline.spec.delegation;
