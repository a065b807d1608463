/** Second stage: tokens to items, each a run of tokens with everything it can mean. Output: items in order, no fillers. */
package io.plumbline.translator.offline.link;
