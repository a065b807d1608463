package io.plumbline.load.chaos.check;

import java.util.List;

/** A promise. */
interface Rule {
    /** Each place where it is broken, in words. */
    List<String> broken(History history);
}
