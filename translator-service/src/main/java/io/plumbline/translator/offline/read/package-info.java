/**
 * Third stage: items to a draft of the answer, by rules that each see to one concern and run in a fixed order. A rule
 * takes the items it has understood; what no rule took is judged last. Output: a draft, or a refusal.
 */
package io.plumbline.translator.offline.read;
