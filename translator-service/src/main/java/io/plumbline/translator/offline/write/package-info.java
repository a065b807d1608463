/** Last stage: a draft to a spec with absolute dates, and to the sentence that says what it counts. */
package io.plumbline.translator.offline.write;
