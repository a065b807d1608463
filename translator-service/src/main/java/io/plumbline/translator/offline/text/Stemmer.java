package io.plumbline.translator.offline.text;

/**
 * Takes the endings s, ed, ing and a silent e from English words. Mild on purpose: it only has to give the forms of one
 * word the same stem; the stem need not be a word.
 */
final class Stemmer {
    private static final int SHORT = 4;
    private static final int STEM = 3;

    private Stemmer() {}

    static String stem(String word) {
        if (word.length() < SHORT || Character.isDigit(word.charAt(0))) {
            return word;
        }
        var singular = singular(word);
        var root = withoutSuffix(withoutSuffix(singular, "ing"), "ed");
        return root.length() >= SHORT && root.endsWith("e") ? root.substring(0, root.length() - 1) : root;
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > SHORT) {
            return cut(word, 3) + "y";
        }
        if (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches") || word.endsWith("shes")) {
            return cut(word, 2);
        }
        boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
        return plural ? cut(word, 1) : word;
    }

    private static String withoutSuffix(String word, String suffix) {
        if (!word.endsWith(suffix) || word.length() - suffix.length() < STEM) {
            return word;
        }
        var root = cut(word, suffix.length());
        return hasVowel(root) ? withoutDoubling(root) : word;
    }

    private static String withoutDoubling(String root) {
        int last = root.length() - 1;
        boolean doubled = root.charAt(last) == root.charAt(last - 1) && "bdgmnprt".indexOf(root.charAt(last)) >= 0;
        return doubled ? cut(root, 1) : root;
    }

    private static boolean hasVowel(String text) {
        return text.chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0);
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
