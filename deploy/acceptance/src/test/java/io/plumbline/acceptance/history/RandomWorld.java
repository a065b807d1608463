package io.plumbline.acceptance.history;

import java.util.List;

/** What the issues of one random tracker have in common. */
record RandomWorld(
        Instants instants,
        List<RawSprint> sprints,
        List<RawStatus> statuses,
        List<RawPerson> people,
        List<RawProject> projects) {}
