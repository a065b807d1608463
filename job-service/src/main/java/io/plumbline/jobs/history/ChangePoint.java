package io.plumbline.jobs.history;

import java.time.Instant;

/**
 * Where a change stands in an issue's history. A bulk edit puts several at one instant: then the history's id counts
 * (as a number where both are numbers), then the place of the item in it.
 */
public record ChangePoint(Instant at, String historyId, int itemIndex) implements Comparable<ChangePoint> {
    @Override
    public int compareTo(ChangePoint other) {
        int byTime = at.compareTo(other.at);
        if (byTime != 0) {
            return byTime;
        }
        int byHistory = compareIds(historyId, other.historyId);
        return byHistory != 0 ? byHistory : Integer.compare(itemIndex, other.itemIndex);
    }

    private static int compareIds(String left, String right) {
        if (isNumber(left) && isNumber(right)) {
            String shortLeft = withoutZeros(left);
            String shortRight = withoutZeros(right);
            int byLength = Integer.compare(shortLeft.length(), shortRight.length());
            int byDigits = byLength != 0 ? byLength : shortLeft.compareTo(shortRight);
            return byDigits != 0 ? byDigits : left.compareTo(right);
        }
        // Numbers before words, so that the order stays transitive.
        if (isNumber(left) != isNumber(right)) {
            return isNumber(left) ? -1 : 1;
        }
        return left.compareTo(right);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String withoutZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }
}
