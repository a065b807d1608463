/** Raw tracker records of small histories: written by hand for single rules, and random ones full of nasty cases. */
package io.plumbline.acceptance.history;
