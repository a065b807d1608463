package io.plumbline.catalog.interop.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.composer.ComposerException;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads YAML that anyone may have written. Nothing is constructed but maps, lists, texts, numbers, true, false and null;
 * size, depth and what aliases repeat are bounded; a key that stands twice is refused.
 */
public final class YamlReader {
    /** The most characters of a document. */
    public static final int MAX_LENGTH = 1_000_000;

    private static final int MAX_DEPTH = 40;
    // What they repeat is bounded by the size of the tree.
    private static final int MAX_ALIASES = 1_000;

    private YamlReader() {}

    /**
     * The one document of the text.
     *
     * @throws YamlException where it is none, or not within the bounds
     */
    public static JsonNode read(String text) throws YamlException {
        if (text.length() > MAX_LENGTH) {
            throw new YamlException(
                    "too_long", "A file may have at most %,d characters; split it.".formatted(MAX_LENGTH));
        }
        Node root = compose(text);
        if (root == null) {
            throw new YamlException("empty", "The file is empty.");
        }
        return new NodeTree().of(root);
    }

    private static Node compose(String text) throws YamlException {
        try {
            return new Yaml(options()).compose(new StringReader(text));
        } catch (ComposerException e) {
            throw new YamlException(
                    "not_yaml", "%s: one YAML document is expected, with known aliases only.".formatted(place(e)));
        } catch (MarkedYAMLException e) {
            throw new YamlException("not_yaml", "%s: %s.".formatted(place(e), e.getProblem()));
        } catch (YAMLException e) {
            throw new YamlException("not_yaml", "This is no YAML, or it is nested too deeply.");
        } catch (StackOverflowError e) {
            throw new YamlException("too_deep", "The file is nested too deeply.");
        }
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setCodePointLimit(MAX_LENGTH);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setProcessComments(false);
        // Nothing is constructed; NodeTree refuses tags at their place.
        options.setTagInspector(_ -> true);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        return options;
    }

    private static String place(MarkedYAMLException fault) {
        return fault.getProblemMark() == null
                ? "The file"
                : "Line " + (fault.getProblemMark().getLine() + 1);
    }
}
