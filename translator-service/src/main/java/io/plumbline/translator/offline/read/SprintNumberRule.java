package io.plumbline.translator.offline.read;

import io.plumbline.translator.offline.text.Tokenizer;
import io.plumbline.translator.offline.vocabulary.Meaning;
import java.util.List;

/** Finds the sprint that "sprint 12" means, among those of the projects asked for. */
final class SprintNumberRule implements Rule {
    private static final int SHOWN = 5;

    @Override
    public void apply(Scan scan, Draft draft) {
        for (int i : scan.open(Meaning.Amount.class)) {
            var sprint = scan.find(i - 1, Meaning.Grouping.class)
                    .filter(g -> g.field().equals("sprint_name"));
            if (sprint.isPresent() && scan.free(i - 1)) {
                scan.take(i - 1);
                scan.take(i);
                choose(scan.find(i, Meaning.Amount.class).orElseThrow().value(), scan, draft);
            }
        }
    }

    private static void choose(int number, Scan scan, Draft draft) {
        var projects = draft.conditions().included("project_key");
        var matches = scan.values().of("sprint_name").stream()
                .filter(name -> endsWith(name, number))
                .filter(name ->
                        projects.isEmpty() || projects.stream().anyMatch(key -> name.startsWith(key.toString())))
                .toList();
        if (matches.size() == 1) {
            draft.conditions().include("sprint_name", matches.getFirst());
        } else {
            draft.refuse(reason(number, matches));
        }
    }

    private static boolean endsWith(String name, int number) {
        var tokens = Tokenizer.tokens(name);
        return !tokens.isEmpty() && tokens.getLast().is(Integer.toString(number));
    }

    private static String reason(int number, List<String> matches) {
        return matches.isEmpty()
                ? "There is no sprint " + number + ". Write the sprint's name as in the tracker."
                : "Several sprints are number " + number + ": "
                        + String.join(", ", matches.subList(0, Math.min(SHOWN, matches.size())))
                        + ". Name one of them.";
    }
}
