/** What went wrong, told alike by every service: a fixed type, a safe detail and the faulty places. No framework here. */
package io.plumbline.spec.problem;
