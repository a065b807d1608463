package io.plumbline.translator.offline.vocabulary;

/** The words that carry a question's structure. Their spellings stand in {@code vocabulary.txt}. */
public enum Keyword {
    /** Groups by a dimension, or names who did something. */
    BY,
    /** Groups by what follows. */
    PER,
    /** Leads to a place, a person or a time: in, of, for, from, on … */
    IN,
    WITH,
    WITHOUT,
    NOT,
    AND,
    OR,
    COMMA,
    /** Sets two things side by side: versus, compared with, than. */
    VERSUS,
    COMPARE,
    TOP,
    BOTTOM,
    MOST,
    LEAST,
    BEST,
    WORST,
    LONGEST,
    SHORTEST,
    /** Sorts without a limit. */
    RANK,
    WHICH,
    WHO,
    TREND,
    /** Asks whether something got better or worse. */
    IMPROVE,
    HOW_MANY,
    HOW_LONG,
    ISSUE,
    POINT,
    BUG,
    /** Not done yet. */
    OPEN,
    UNASSIGNED,
    DID,
    REPORT
}
