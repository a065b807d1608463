package io.plumbline.translator.offline.text;

/**
 * One word of a question.
 *
 * @param surface as written
 * @param folded lower case, without accents and possessive s
 * @param stem {@code folded} without its ending; equal stems are one word to the linker
 * @param corrected whether {@code folded} is a correction of what was written
 */
public record Token(String surface, String folded, String stem, boolean corrected) {

    static Token of(String surface, String folded) {
        return new Token(surface, folded, Stemmer.stem(folded), false);
    }

    /** This token read as another word. */
    public Token correctedTo(String word) {
        return new Token(surface, word, Stemmer.stem(word), true);
    }

    public boolean is(String word) {
        return folded.equals(word);
    }

    /** Whether it was written like a name: with a capital. */
    public boolean capitalised() {
        return Character.isUpperCase(surface.codePointAt(0));
    }
}
