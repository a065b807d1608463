package io.plumbline.local.demo;

import java.util.List;

/** Who and what the demo tenants are made of. */
final class Cast {
    private static final List<Person> PAYMENTS = List.of(
            person("5b10a0001", "Ana Novak"),
            person("5b10a0002", "Ben Ortiz"),
            person("5b10a0006", "Farid Haddad"),
            person("5b10a0007", "Grace Kim"),
            person("5b10a0008", "Hugo Silva"));
    private static final List<Person> SHOP = List.of(
            person("5b10a0003", "Chloe Martin"),
            person("5b10a0009", "Ines Costa"),
            person("5b10a0010", "Jan Dvorak"),
            person("5b10a0011", "Kaito Mori"));
    private static final List<Person> MOBILE = List.of(
            person("5b10a0004", "Deepak Rao"),
            person("5b10a0012", "Lucia Bianchi"),
            person("5b10a0013", "Marek Kowalski"));
    private static final List<Person> OPERATIONS = List.of(
            person("5b10a0005", "Eva Lindqvist"),
            person("5b10a0014", "Noah Fischer"),
            person("5b10a0015", "Olga Petrova"));

    private Cast() {}

    static List<Profile> demo() {
        return List.of(payments(), webShop(), mobileApp(), operations());
    }

    /** Shares ids, keys and names of sprints with the other tenant, on purpose. */
    static List<Profile> globex() {
        List<Person> team = List.of(
                person("5b10a0001", "Hank Scorpio"),
                person("5b10a0002", "Frank Grimes"),
                person("5b10a0003", "Mindy Simmons"));
        return List.of(globexPayroll(team), globexHarbour(team));
    }

    private static Profile payments() {
        return new Profile(
                "10001",
                "PAY",
                "Payments",
                11,
                PAYMENTS,
                1230,
                39,
                true,
                0.24,
                0.05,
                0.05,
                0.25,
                1.15,
                0.05,
                List.of("backend", "checkout", "security", "tech-debt", "compliance", "api"),
                List.of("Ledger", "Card gateway", "Refunds", "Invoicing"),
                List.of(
                        "card payments",
                        "refunds",
                        "the payment ledger",
                        "invoices",
                        "3-D Secure",
                        "payouts",
                        "the fee report",
                        "recurring payments"));
    }

    private static Profile webShop() {
        return new Profile(
                "10002",
                "WEB",
                "Web shop",
                12,
                SHOP,
                1120,
                31,
                false,
                0.2,
                0.03,
                0.04,
                0.15,
                1.05,
                0.6,
                List.of("frontend", "checkout", "search", "tech-debt", "accessibility", "performance"),
                List.of("Catalog", "Cart", "Checkout", "Account"),
                List.of(
                        "the product page",
                        "the cart",
                        "search",
                        "wish lists",
                        "the checkout form",
                        "reviews",
                        "vouchers",
                        "the order history"));
    }

    private static Profile mobileApp() {
        return new Profile(
                "10003",
                "MOB",
                "Mobile app",
                13,
                MOBILE,
                690,
                18,
                true,
                0.28,
                0.04,
                0.08,
                0.5,
                1.4,
                0.0,
                List.of("frontend", "ios", "android", "performance", "tech-debt", "push"),
                List.of("iOS", "Android", "Shared core"),
                List.of(
                        "push messages",
                        "the login screen",
                        "offline mode",
                        "the scanner",
                        "the home screen",
                        "deep links",
                        "in-app payments"));
    }

    private static Profile operations() {
        return new Profile(
                "10004",
                "OPS",
                "Operations",
                14,
                OPERATIONS,
                960,
                12,
                false,
                0.48,
                0.13,
                0.07,
                0.4,
                1.25,
                -0.1,
                List.of("backend", "infrastructure", "security", "monitoring", "tech-debt", "on-call"),
                List.of("Network", "Database", "Deployment", "Monitoring"),
                List.of(
                        "the database cluster",
                        "nightly backups",
                        "the deployment pipeline",
                        "alerting",
                        "the load balancer",
                        "log storage",
                        "certificates"));
    }

    private static Profile globexPayroll(List<Person> team) {
        return new Profile(
                "10001",
                "PAY",
                "Payroll",
                11,
                team,
                100,
                8,
                true,
                0.2,
                0.05,
                0.05,
                0.2,
                1.1,
                0.2,
                List.of("backend", "production", "tax"),
                List.of("Salaries", "Taxes"),
                List.of("pay slips", "tax tables", "overtime", "bonuses"));
    }

    private static Profile globexHarbour(List<Person> team) {
        return new Profile(
                "10005",
                "HBR",
                "Harbour",
                15,
                team.subList(1, 3),
                55,
                5,
                false,
                0.3,
                0.08,
                0.05,
                0.3,
                1.2,
                0.0,
                List.of("backend", "safety"),
                List.of("Cranes", "Docks"),
                List.of("crane control", "dock bookings", "the tide table"));
    }

    private static Person person(String accountId, String displayName) {
        return new Person(accountId, displayName);
    }
}
