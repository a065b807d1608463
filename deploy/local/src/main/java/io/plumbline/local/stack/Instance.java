package io.plumbline.local.stack;

import io.plumbline.local.state.PortPlan;
import io.plumbline.local.state.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One process of a service.
 *
 * @param number from 1; requests come to the first, others only share the work
 */
record Instance(Service service, int number) {
    private static final int PORTS_APART = 10;

    /** One of each service, and so many of job-service. */
    static List<Instance> all(int jobServices) {
        List<Instance> all = new ArrayList<>();
        for (Service service : Service.values()) {
            all.add(new Instance(service, 1));
        }
        IntStream.rangeClosed(2, jobServices).forEach(number -> all.add(new Instance(Service.JOB, number)));
        return all;
    }

    String title() {
        return number == 1 ? service.title() : service.title() + "-" + number;
    }

    int port(PortPlan ports) {
        return service.port(ports) + (number - 1) * PORTS_APART;
    }

    int managementPort(PortPlan ports) {
        return service.managementPort(ports) + (number - 1) * PORTS_APART;
    }
}
