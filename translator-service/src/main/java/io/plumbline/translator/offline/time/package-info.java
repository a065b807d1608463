/** Words of time to ranges of days. Input: tokens and today; output: references, resolved once the question is read. */
package io.plumbline.translator.offline.time;
