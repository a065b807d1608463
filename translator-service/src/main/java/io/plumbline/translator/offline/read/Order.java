package io.plumbline.translator.offline.read;

/** How groups are ranked; best and worst become a direction once the metric is known. */
public enum Order {
    DESCENDING,
    ASCENDING,
    BEST,
    WORST
}
