package org.relais.demo.district;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;

/**
 * A health district whose records are made from district.txt by seed and index, so that a million of them need no more
 * memory than a thousand. The first site's records and the network's together are as many as asked for: one half the
 * network's (names, items, list lines above all), the other half the site's (stock lines, invoices and their lines).
 */
public final class District {
    /** The least that a district can be told to have: below, some series would be empty. */
    public static final int FEWEST_RECORDS = 5_000;
    /** The most that a district can be told to have. */
    public static final int MOST_RECORDS = 5_000_000;

    /** For how many records the counts in district.txt are written. */
    private static final double USUAL_RECORDS = 25_000;

    /** The size of a site's half beside the first site's. */
    private static final Map<Integer, Double> SHARES = Map.of(2, 1.0, 3, 0.5, 4, 0.25);

    private static final int SITE_OF_STORE = 2;

    /** Where a series' records are to be had. */
    enum Place {
        CENTRAL,
        QUEUE,
        OPEN,
        OPEN_STORE
    }

    /** One series as district.txt describes it. */
    private record Plan(Place place, String key, String table, String count, String template, List<byte[][]> rows) {}

    private final long seed;
    private final long records;
    private final List<Plan> plans = new ArrayList<>();
    private final Map<String, byte[][]> words = new HashMap<>();
    private final Map<Place, Map<String, Series>> network = new HashMap<>();
    private final Map<Integer, Map<Place, Map<String, Series>>> sites = new HashMap<>();

    public District(long seed, long records) {
        if (records < FEWEST_RECORDS || records > MOST_RECORDS) {
            throw new IllegalArgumentException(
                    "relais.demo.records is " + records + ", allowed are " + FEWEST_RECORDS + " to " + MOST_RECORDS);
        }
        this.seed = seed;
        this.records = records;
        read();
        makeNetwork();
        SHARES.keySet().stream().sorted().forEach(this::makeSite);
    }

    /** The series of the mSupply central server's change log, in its order. */
    public List<Series> central() {
        return List.copyOf(network.get(Place.CENTRAL).values());
    }

    /** The last changes of that log: what was merged and deleted before anybody looked. */
    public List<WireRecord> lastCentralChanges() {
        Series facilities = series("facility");
        Series items = series("item");
        return List.of(
                merge("name", facilities.id(0), facilities.id(facilities.count() - 1)),
                merge("item", items.id(1), items.id(items.count() - 1)),
                new WireRecord(
                        new RecordKey("abbreviation", series("abbreviation").id(18)), Action.DELETE, "{}"),
                new WireRecord(
                        new RecordKey("abbreviation", series("abbreviation").id(19)), Action.DELETE, "{}"));
    }

    /** The series of a site's queue on the mSupply central server, in its order. */
    public List<Series> queue(int site) {
        Map<Place, Map<String, Series>> places = sites.get(site);
        return places == null ? List.of() : List.copyOf(places.get(Place.QUEUE).values());
    }

    /** The series of the Open mSupply central server that every site gets. */
    public List<Series> open() {
        return List.copyOf(network.get(Place.OPEN).values());
    }

    /** The series of the Open mSupply central server that only this site gets. */
    public List<Series> open(int site) {
        Map<Place, Map<String, Series>> places = sites.get(site);
        return places == null
                ? List.of()
                : List.copyOf(places.get(Place.OPEN_STORE).values());
    }

    /** A series of the network, by its name in district.txt. */
    public Series series(String key) {
        return network.values().stream()
                .map(place -> place.get(key))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no series " + key));
    }

    /** A series of a site, or of the network where the site has none of that name. */
    public Series series(int site, String key) {
        return sites.getOrDefault(site, Map.of()).values().stream()
                .map(place -> place.get(key))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> series(key));
    }

    /** The indices of a site's stores in the series {@code store}. */
    public List<Integer> stores(int site) {
        Series names = series("store_name");
        return IntStream.range(0, (int) names.count())
                .filter(store -> text(names, store, SITE_OF_STORE).equals(String.valueOf(site)))
                .boxed()
                .toList();
    }

    /** The sites that have stores of their own. */
    public List<Integer> sites() {
        return sites.keySet().stream().sorted().toList();
    }

    /** A column of a row that was written by hand. */
    public static String text(Series series, long row, int column) {
        return new String(series.column(row, column), StandardCharsets.UTF_8);
    }

    private static WireRecord merge(String table, String keep, String delete) {
        return new WireRecord(
                new RecordKey(table, delete),
                Action.MERGE,
                "{\"mergeIdToKeep\":\"" + keep + "\",\"mergeIdToDelete\":\"" + delete + "\"}");
    }

    private void makeNetwork() {
        for (Place place : List.of(Place.CENTRAL, Place.OPEN)) {
            long half = records / 2 - lastChanges();
            network.put(place, make(place, List.of(), 0, records / USUAL_RECORDS, half));
        }
        SlotLanguage language = new SlotLanguage(words, this::series, List.of());
        compile(network, language);
    }

    private void makeSite(int site) {
        List<Integer> stores = stores(site);
        double share = SHARES.get(site);
        boolean first = share == 1;
        double scale = share * (first ? records / USUAL_RECORDS : Math.min(1, records / USUAL_RECORDS));
        Map<Place, Map<String, Series>> places = new HashMap<>();
        places.put(Place.OPEN_STORE, make(Place.OPEN_STORE, stores, site, scale, 0));
        long half = Math.round(first ? records - records / 2 : Math.min(records, USUAL_RECORDS) / 2 * share);
        long open = count(places.get(Place.OPEN_STORE)) + count(network.get(Place.OPEN));
        places.put(Place.QUEUE, make(Place.QUEUE, stores, site, scale, half - open));
        sites.put(site, places);
        compile(places, new SlotLanguage(words, key -> series(site, key), stores));
    }

    private Map<String, Series> make(Place place, List<Integer> stores, int site, double scale, long half) {
        Map<String, Series> made = new LinkedHashMap<>();
        long others = 0;
        for (Plan plan : plansOf(place)) {
            others += plan.count().equals("fill") ? 0 : count(plan, stores, scale);
        }
        for (Plan plan : plansOf(place)) {
            long count =
                    plan.count().equals("fill") ? Math.max(stores.size(), half - others) : count(plan, stores, scale);
            long salt = Series.mix(Series.mix(seed + site) ^ plan.key().hashCode());
            boolean uuid = place == Place.OPEN || place == Place.OPEN_STORE;
            made.put(plan.key(), new Series(plan.key(), plan.table(), salt, count, uuid, plan.rows()));
        }
        return made;
    }

    private long count(Plan plan, List<Integer> stores, double scale) {
        String count = plan.count();
        if (count.equals("rows")) {
            return plan.rows().size();
        }
        if (count.equals("sitestores")) {
            return stores.size();
        }
        if (count.startsWith("as ")) {
            String other = count.substring(3);
            return plansOf(plan.place() == Place.OPEN ? Place.CENTRAL : plan.place()).stream()
                    .filter(each -> each.key().equals(other))
                    .mapToLong(each -> each.rows().size())
                    .sum();
        }
        boolean grows = count.startsWith("*");
        double number = Double.parseDouble(grows ? count.substring(1) : count);
        boolean single = number == 1;
        long scaled = Math.round(number * (grows ? scale : Math.min(1, scale)));
        return Math.max(single ? 1 : Math.max(1, stores.size()), scaled);
    }

    private void compile(Map<Place, Map<String, Series>> places, SlotLanguage language) {
        for (Plan plan : plans) {
            Map<String, Series> place = places.get(plan.place());
            if (place != null) {
                place.get(plan.key()).compile(plan.template(), language);
            }
        }
    }

    private List<Plan> plansOf(Place place) {
        return plans.stream().filter(plan -> plan.place() == place).toList();
    }

    private static long count(Map<String, Series> series) {
        return series.values().stream().mapToLong(Series::count).sum();
    }

    private static int lastChanges() {
        return 4;
    }

    private void read() {
        try (InputStream in = District.class.getResourceAsStream("/demo/district.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> section = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("## ")) {
                    add(section);
                    section.clear();
                }
                if (!line.isBlank() && !line.startsWith("# ")) {
                    section.add(line);
                }
            }
            add(section);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(List<String> section) {
        if (section.isEmpty()) {
            return;
        }
        String[] header = section.getFirst().substring(3).split(" ", 3);
        List<String> lines = section.stream()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2))
                .toList();
        if (header[0].equals("words")) {
            words.put(header[1], encoded(lines));
            return;
        }
        String[] key = header[1].split("=");
        List<byte[][]> rows = lines.stream()
                .map(line -> encoded(Arrays.asList(line.split(" \\| ", -1))))
                .collect(Collectors.toList());
        plans.add(new Plan(place(header[0]), key[0], key[key.length - 1], header[2], section.get(1), rows));
    }

    private static Place place(String word) {
        return switch (word) {
            case "central" -> Place.CENTRAL;
            case "queue" -> Place.QUEUE;
            case "open" -> Place.OPEN;
            case "open-store" -> Place.OPEN_STORE;
            default -> throw new IllegalArgumentException("unknown place " + word);
        };
    }

    private static byte[][] encoded(List<String> texts) {
        return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    }
}
