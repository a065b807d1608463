package io.plumbline.local.cli;

import io.plumbline.local.client.ApiClient;
import io.plumbline.local.state.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps the catalog's pages as files, which a browser opens without a token. */
@Command(
        name = "pages",
        mixinStandardHelpOptions = true,
        description = "Writes the catalog as HTML pages into a folder: an index, and a page for each metric.",
        footer = {"", "./plumbline catalog pages -o catalog-pages"})
final class CatalogPagesCommand implements Callable<Integer> {
    private static final String INDEX = "index.html";
    /** Pages beside this one. Nothing else becomes the name of a file. */
    private static final Pattern LINK = Pattern.compile("href=\"([a-z0-9_]+(?:@[0-9.]+)?\\.html)[\"#]");

    private final Context context;

    @Mixin
    private Caller caller;

    @Option(
            names = "-o",
            required = true,
            paramLabel = "FOLDER",
            description = "Where to write them; made where it is absent.")
    private Path folder;

    CatalogPagesCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ApiClient client = caller.client(context, "viewer");
        Set<String> seen = new HashSet<>(List.of(INDEX));
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String page = open.remove();
            String html = client.text("/analytics/metrics/docs/" + UrlText.of(page));
            write(page, html);
            LINK.matcher(html)
                    .results()
                    .map(link -> link.group(1))
                    .filter(seen::add)
                    .forEach(open::add);
        }
        context.terminal().out().println("%d pages; begin with %s.".formatted(seen.size(), folder.resolve(INDEX)));
        return ExitCode.OK;
    }

    private void write(String page, String html) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(page), html);
        } catch (IOException e) {
            throw new StackException(
                    "The folder " + folder + " can't be written.", "Check its path and your rights there.", e);
        }
    }
}
