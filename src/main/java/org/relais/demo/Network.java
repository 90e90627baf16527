package org.relais.demo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.relais.catalogue.Action;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.WireRecord;
import org.relais.demo.district.District;

/**
 * What both central servers know: one network, as it would be after a night of exchanging between them. Every change goes
 * into the journal before it counts.
 */
final class Network implements AutoCloseable {
    private static final String FIRST_SITE_NAME = "site-1";
    private static final int FIRST_SITE = 2;
    private static final int SITE_WITHOUT_STORE = 5;

    private final District district;
    private final Clock clock;
    private final PushCheck check;
    private final Map<String, LegacySite> sites = new LinkedHashMap<>();
    private final List<DemoUser> users;
    private final CentralLog central;
    private final OpenLog open = new OpenLog();
    private final List<ReceivedChange> received = new ArrayList<>();
    private final Journal journal;

    Network(DemoOptions options) {
        district = new District(options.seed(), options.records());
        clock = options.clock();
        check = new PushCheck(district);
        users = DemoUser.of(district.series("user"));
        central = new CentralLog(district.central(), district.lastCentralChanges());
        open.addAll(district.open(), OpenLog.EVERY_SITE);
        for (int number = FIRST_SITE; number <= SITE_WITHOUT_STORE; number++) {
            DemoSite site = new DemoSite("site-" + (number - 1), "pass", number);
            sites.put(site.name(), new LegacySite(site, district.queue(number)));
            open.addAll(district.open(number), number);
        }
        String head = "{\"network\":1,\"records\":" + options.records() + ",\"seed\":" + options.seed() + '}';
        journal = options.directory() == null ? new Journal() : new Journal(options.directory(), head, this::apply);
    }

    Clock clock() {
        return clock;
    }

    District district() {
        return district;
    }

    List<DemoUser> users() {
        return users;
    }

    List<DemoSite> sites() {
        return sites.values().stream().map(LegacySite::site).toList();
    }

    DemoSite firstSite() {
        return sites.get(FIRST_SITE_NAME).site();
    }

    Optional<LegacySite> site(String name) {
        return Optional.ofNullable(sites.get(name));
    }

    LegacySite site(int number) {
        return sites.values().stream()
                .filter(each -> each.site().number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no site " + number));
    }

    CentralLog central() {
        return central;
    }

    OpenLog open() {
        return open;
    }

    synchronized List<ReceivedChange> received() {
        return List.copyOf(received);
    }

    /** Whether a site runs on that hardware; the first that it is seen on is kept. */
    synchronized boolean isHardwareOf(LegacySite site, String uuid) {
        if (site.hardware() == null && !uuid.isEmpty()) {
            happen(new Event.HardwareSeen(site.site().number(), uuid));
        }
        return uuid.equals(site.hardware());
    }

    /** Makes an event true and lasting. */
    synchronized void happen(Event event) {
        journal.append(event);
        apply(event);
    }

    @Override
    public void close() {
        journal.close();
    }

    private void apply(Event event) {
        switch (event) {
            case Event.HardwareSeen seen -> site(seen.site()).hardware(seen.uuid());
            case Event.Initialised initialised -> site(initialised.site()).initialise();
            case Event.Acknowledged acknowledged ->
                site(acknowledged.site()).acknowledge(acknowledged.from(), acknowledged.to());
            case Event.CentralChanged changed -> central.add(changed.record());
            case Event.Queued queued -> site(queued.site()).queue(queued.record());
            case Event.OpenChanged changed -> addOpen(changed.record(), changed.site(), 0);
            case Event.Received pushed -> receive(pushed);
        }
    }

    private void receive(Event.Received pushed) {
        LegacySite site = site(pushed.site());
        List<String> problems = check.problems(pushed);
        received.add(new ReceivedChange(
                received.size() + 1L,
                pushed.server(),
                site.site().name(),
                pushed.key(),
                pushed.action(),
                pushed.data(),
                pushed.at(),
                problems));
        if (!problems.isEmpty()) {
            return;
        }
        boolean delete = pushed.action().toLowerCase(Locale.ROOT).equals("delete");
        boolean legacy = pushed.server() == CentralServer.LEGACY;
        String data = delete ? "{}" : legacy ? LegacyForm.of(pushed.key().table(), pushed.data()) : pushed.data();
        WireRecord record = new WireRecord(pushed.key(), delete ? Action.DELETE : Action.UPSERT, data);
        if (legacy) {
            site.keep(record);
        } else if (SentOn.toSites(pushed.key().table())) {
            int owner = SentOn.toEverySite(pushed.key().table()) ? OpenLog.EVERY_SITE : pushed.site();
            addOpen(record, owner, pushed.site());
        }
    }

    private void addOpen(WireRecord record, int site, int source) {
        open.add(new OpenLog.Change(record.key(), site, source, null, 0, record));
    }

    /** Where the Open mSupply central server sends what a site pushed. */
    private static final class SentOn {
        private static boolean toSites(String table) {
            return switch (table) {
                case "contact_form", "system_log", "name", "name_store_join" -> false;
                default -> true;
            };
        }

        private static boolean toEverySite(String table) {
            return switch (table) {
                case "sync_file_reference", "name_oms_fields" -> true;
                default -> false;
            };
        }
    }
}
