/**
 * The oracle: the metric definitions read once more, in plain loops over raw tracker records, without a database and
 * without any code of the product. Where it and the product differ, one of the two read the definitions wrongly.
 */
package io.plumbline.acceptance.oracle;
