package io.plumbline.jobs.connection;

import io.plumbline.jobs.instances.MappingRepository;
import io.plumbline.jobs.instances.MappingRules;
import io.plumbline.jobs.jira.Account;
import io.plumbline.jobs.jira.Credentials;
import io.plumbline.jobs.jira.Jira;
import io.plumbline.jobs.jira.JiraFault;
import io.plumbline.jobs.jira.Site;
import io.plumbline.jobs.secret.SealedSecrets;
import io.plumbline.jobs.secret.Secrets;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Saves connections, each after a call that shows that it works. */
@ApplicationScoped
class Connections implements SealedSecrets {
    private final ConnectionRepository repository;
    private final MappingRepository mappings;
    private final Secrets secrets;
    private final Jira jira;

    Connections(ConnectionRepository repository, MappingRepository mappings, Secrets secrets, Jira jira) {
        this.repository = repository;
        this.mappings = mappings;
        this.secrets = secrets;
        this.jira = jira;
    }

    Uni<ConnectionView> create(Caller caller, ConnectionBody body) {
        ConnectionRules.check(body, true);
        checkMapping(body);
        UUID id = UUID.randomUUID();
        byte[] sealed = secrets.seal(caller.tenant(), TokenPurpose.of(id), body.token());
        Site site = Site.of(body.site());
        return test(site, new Credentials(body.email(), body.token()))
                .call(() -> repository.insert(caller, id, body, site.address(), sealed, Secrets.hint(body.token())))
                .call(() -> saveMapping(caller, body.instance(), body))
                .flatMap(account -> view(caller, id, account));
    }

    Uni<ConnectionView> change(Caller caller, UUID id, ConnectionBody body) {
        ConnectionRules.check(body, false);
        checkMapping(body);
        Site site = Site.of(body.site());
        return repository.load(caller, id).flatMap(stored -> {
            checkKept(stored, body, site);
            String token = body.token() == null ? opened(caller, stored) : body.token();
            byte[] sealed = secrets.seal(caller.tenant(), TokenPurpose.of(id), token);
            return test(site, new Credentials(body.email(), token))
                    .call(() -> repository.update(caller, id, body, site.address(), sealed, Secrets.hint(token)))
                    .call(() -> saveMapping(caller, stored.instance(), body))
                    .flatMap(account -> view(caller, id, account));
        });
    }

    Uni<ConnectionView> test(Caller caller, UUID id) {
        return repository
                .load(caller, id)
                .flatMap(stored -> test(Site.of(stored.site()), new Credentials(stored.email(), opened(caller, stored)))
                        .map(account -> ConnectionView.of(stored).tested(account)));
    }

    @Override
    public Uni<Integer> reseal(Caller caller) {
        return repository
                .list(caller)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .filter(stored -> !secrets.isCurrent(stored.token().bytes()))
                .onItem()
                .transformToUniAndConcatenate(stored -> repository.reseal(
                        caller,
                        stored,
                        secrets.reseal(
                                caller.tenant(),
                                TokenPurpose.of(stored.id()),
                                stored.token().bytes())))
                .collect()
                .asList()
                .map(List::size);
    }

    private Uni<ConnectionView> view(Caller caller, UUID id, Account account) {
        return repository
                .load(caller, id)
                .map(stored -> ConnectionView.of(stored).tested(account));
    }

    private Uni<Account> test(Site site, Credentials credentials) {
        return Uni.createFrom()
                .item(() -> jira.test(site, credentials))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure(JiraFault.class)
                .transform(ConnectionProblem::of);
    }

    private String opened(Caller caller, StoredConnection stored) {
        return secrets.open(
                caller.tenant(), TokenPurpose.of(stored.id()), stored.token().bytes());
    }

    /** A stored token goes only where it was given for: else a change of site would hand it to anybody. */
    private static void checkKept(StoredConnection stored, ConnectionBody body, Site site) {
        if (body.instance() != null && !body.instance().equals(stored.instance())) {
            throw refused("/instance", "A connection keeps its instance; make a new one for another instance.");
        }
        boolean moved = !site.address().equals(stored.site()) || !body.email().equals(stored.email());
        if (moved && body.token() == null) {
            throw refused("/token", "Another site or account needs its token anew.");
        }
    }

    private static ProblemException refused(String pointer, String message) {
        return new ProblemException(
                CommonProblem.INVALID_REQUEST, message, List.of(FieldError.of(pointer, "not_changeable", message)));
    }

    private static void checkMapping(ConnectionBody body) {
        if (body.mapping() != null) {
            MappingRules.checked(body.mapping());
        }
    }

    private Uni<Void> saveMapping(Caller caller, String instance, ConnectionBody body) {
        return body.mapping() == null ? Uni.createFrom().voidItem() : mappings.save(caller, instance, body.mapping());
    }
}
