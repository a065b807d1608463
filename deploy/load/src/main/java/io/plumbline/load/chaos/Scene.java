package io.plumbline.load.chaos;

import io.plumbline.load.Stack;
import io.plumbline.load.faults.Processes;
import java.util.List;

/** What all who take part in a run work with. */
record Scene(
        Stack stack,
        Processes processes,
        Api api,
        Topics topics,
        List<String> tenants,
        Questions questions,
        Ledger ledger,
        Looker looker) {}
