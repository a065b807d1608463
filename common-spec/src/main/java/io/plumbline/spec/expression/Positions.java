package io.plumbline.spec.expression;

import java.util.IdentityHashMap;

/** Where each part of a parsed text begins. Kept beside the tree, so that equal expressions are equal wherever they stand. */
final class Positions {
    private final IdentityHashMap<Expression, Integer> byNode = new IdentityHashMap<>();

    void put(Expression expression, int position) {
        byNode.put(expression, position);
    }

    int of(Expression expression) {
        return byNode.get(expression);
    }
}
