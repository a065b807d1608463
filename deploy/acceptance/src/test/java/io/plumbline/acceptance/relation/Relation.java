package io.plumbline.acceptance.relation;

import java.util.List;

/** Something that must hold between answers. */
interface Relation {
    /** What holds, in a sentence. */
    String name();

    /** Asks for random specs; gives what does not hold, in words, or nothing. */
    List<String> violations(Asker asker, Question question);
}
