/**
 * What words can mean: those of the catalog, those of the language (vocabulary.txt) and the values of the tenant's
 * warehouse. Output: for a run of tokens, all its meanings.
 */
package io.plumbline.translator.offline.vocabulary;
