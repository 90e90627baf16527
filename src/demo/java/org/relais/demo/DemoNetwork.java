package org.relais.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.Channel;
import org.relais.catalogue.WireRecord;
import org.relais.demo.district.Series;
import org.relais.demo.phones.DemoPhones;

/**
 * A network to try and to test with: an mSupply central server and an Open mSupply central server, both with real HTTP on
 * loopback ports, the data of a believable district, and a page that shows what arrived and makes things fail. It runs
 * without Spring as well.
 */
public final class DemoNetwork implements AutoCloseable {
    private final Network network;
    private final Faults faults;
    private final Deliveries deliveries;
    private final HttpListener legacy;
    private final HttpListener open;
    private final HttpListener page;
    private final AtomicReference<URI> openUrl = new AtomicReference<>();
    private volatile DemoPhones phones;

    private DemoNetwork(DemoOptions options) throws IOException {
        network = new Network(options);
        faults = new Faults(options.seed());
        deliveries = new Deliveries(network);
        legacy = new HttpListener(
                CentralServer.LEGACY, options.legacyPort(), faults, new LegacyServer(network, options, openUrl::get));
        open = new HttpListener(
                CentralServer.OPEN, options.openPort(), faults, new OpenServer(network, options, legacy.url()));
        openUrl.set(open.url());
        page = new HttpListener(
                null,
                options.pagePort(),
                faults,
                new DemoPage(network, faults, deliveries, legacy.url(), open.url(), this::phones));
    }

    /**
     * Starts both servers and the page.
     *
     * @throws UncheckedIOException when a port or the directory cannot be had
     * @throws IllegalArgumentException when an option is out of range
     * @throws IllegalStateException when the directory holds the state of a network with other records
     */
    public static DemoNetwork start(DemoOptions options) {
        try {
            return new DemoNetwork(options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mSupply central server's address, what a site is set up with. */
    public URI legacyUrl() {
        return legacy.url();
    }

    /** The Open mSupply central server's address, which sites learn from the other one. */
    public URI openUrl() {
        return open.url();
    }

    /** From now on sites learn that the Open mSupply central server is there: at the end of a line that leads to it. */
    public void tellOpenUrl(URI url) {
        openUrl.set(url);
    }

    /** The address of the network's own page: what was received, deliveries, faults. */
    public URI pageUrl() {
        return page.url();
    }

    /** The sites that it knows, the one for Relais first. The last one has no store. */
    public List<DemoSite> sites() {
        return network.sites();
    }

    /** Who can sign in. */
    public List<DemoUser> users() {
        return network.users();
    }

    /** Every change that sites pushed, in the order in which they came. */
    public List<ReceivedChange> received() {
        return network.received();
    }

    /** What goes wrong on purpose. */
    public Faults faults() {
        return faults;
    }

    /** How many changes a site's first synchronisation brings: on the central log, in its queue, by V6. */
    public Volume volume(DemoSite site) {
        long queued = network.district().queue(site.number()).stream()
                .mapToLong(Series::count)
                .sum();
        long own = network.district().open(site.number()).stream()
                .mapToLong(Series::count)
                .sum();
        long all = network.district().open().stream().mapToLong(Series::count).sum();
        return new Volume(network.central().size(), queued, own + all);
    }

    /** Numbers of records on the three ways in. */
    public record Volume(long central, long queued, long open) {
        /** All of them. */
        public long total() {
            return central + queued + open;
        }
    }

    /** Lets a delivery arrive for a site's first store: new records on all three ways in. Returns how many. */
    public int deliver(DemoSite site) {
        return deliveries.arrive(site.number());
    }

    /** Changes a record elsewhere in the network, so that it reaches a site on that way. */
    public void change(DemoSite site, Channel way, WireRecord record) {
        network.happen(
                switch (way) {
                    case CENTRAL_RECORDS -> new Event.CentralChanged(record);
                    case QUEUED_RECORDS -> new Event.Queued(site.number(), record);
                    case OPEN_PULL -> new Event.OpenChanged(site.number(), record);
                });
    }

    /** From now on this is told the server and the path of each call, before it is answered: the answer waits for it. */
    public void watch(BiConsumer<CentralServer, String> watcher) {
        legacy.watch(watcher);
        open.watch(watcher);
    }

    /** Gives the network phones that send to its first site; it ends them with itself. */
    void plugIn(DemoPhones these) {
        phones = these;
    }

    /** The phones that send to the first site; empty without any. */
    Optional<DemoPhones> phones() {
        return Optional.ofNullable(phones);
    }

    @Override
    public void close() {
        phones().ifPresent(DemoPhones::close);
        page.close();
        open.close();
        legacy.close();
        network.close();
    }
}
