package org.relais.demo.district;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What may stand in {@code $(...)} of district.txt. {@code $(x=...)} gives a place the label x, {@code $(=x)} repeats it.
 *
 * <ul>
 *   <li>{@code id}, {@code number [digits]}: the record's own id; its index from 1
 *   <li>{@code col n}, {@code raw n}: a column of its row; {@code from S n}, {@code rawfrom S n}: of the row with that
 *       index in series S
 *   <li>{@code ref S}: a record of S by chance; {@code even S}, {@code each S}: in turn; {@code row S k}: always that one;
 *       {@code pointer n S}: the one that column n names; {@code spread S}, {@code shifted S T}: in turn so that the pair
 *       with the store, or with {@code even T}, comes once only
 *   <li>{@code parent S}, {@code line S}: its share of S and its number within that share; {@code store}: the site's stores
 *       in turn; {@code mate S}: a record of S of the same store; {@code parentmate S T}, {@code parentstore S}: of the
 *       parent's store; {@code via x y ...}: what the labels y say in the record that label x names
 *   <li>{@code int a b}, {@code dec a b}, {@code bool percent}, {@code hex digits}, {@code pick a,b}, {@code text list},
 *       {@code both list}: French and Spanish in turn, {@code date from days}, {@code datetime from days}, {@code time}
 *   <li>{@code vaccine}, {@code doses}, {@code coldroom}, {@code vaccineitem}, {@code next}: every 50th item is a vaccine;
 *       {@code supplying}: one of the two central stores' names; {@code location.code}, {@code location.description}
 * </ul>
 *
 * @param words the word lists
 * @param series finds a series by its key: the site's own one or the network's
 * @param stores the indices of the site's stores in the series {@code store}; empty for the network's records
 */
record SlotLanguage(Map<String, byte[][]> words, Function<String, Series> series, List<Integer> stores) {
    private static final int VACCINE_EVERY = 50;

    Slot slot(Series own, String expression, long stream) {
        String[] word = expression.split(" ", 2);
        String rest = word.length > 1 ? word[1] : "";
        String[] args = rest.isEmpty() ? new String[0] : rest.split(" ");
        return switch (word[0]) {
            case "id" -> own::id;
            case "number" -> number(args.length == 0 ? 1 : Integer.parseInt(args[0]));
            case "col", "raw" -> (out, i) -> out.append(own.column(i, Integer.parseInt(args[0])));
            case "from", "rawfrom" -> {
                Series other = series.apply(args[0]);
                int column = Integer.parseInt(args[1]);
                yield (out, i) -> out.append(other.column(i, column));
            }
            case "int" -> integer(stream, Long.parseLong(args[0]), Long.parseLong(args[1]));
            case "dec" -> decimal(stream, Long.parseLong(args[0]), Long.parseLong(args[1]));
            case "bool" -> truth(stream, Long.parseLong(args[0]));
            case "hex" -> {
                int digits = Integer.parseInt(args[0]);
                yield (out, i) -> out.appendHex(Series.random(stream, i), digits, true);
            }
            case "pick" -> choice(stream, encoded(rest.split(",", -1)));
            case "text" -> choice(stream, list(args[0]));
            case "both" -> {
                Slot french = choice(stream, list(args[0] + ".fr"));
                Slot spanish = choice(stream, list(args[0] + ".es"));
                yield (out, i) -> (i % 2 == 0 ? french : spanish).write(out, i);
            }
            case "date" -> choice(stream, days(args, ""));
            case "datetime" -> choice(stream, days(args, "T08:30:00"));
            case "time" -> integer(stream, 6 * 3600, 19 * 3600);
            case "vaccine" -> (out, i) -> out.append(i % VACCINE_EVERY == 0 ? "true" : "false");
            case "doses" -> (out, i) -> out.append(i % VACCINE_EVERY == 0 ? 10 : 0);
            case "coldroom" -> {
                Series types = series.apply("Location_type");
                yield (out, i) -> {
                    if (i % VACCINE_EVERY == 0) {
                        types.id(out, 0);
                    }
                };
            }
            case "location.code" ->
                (out, i) -> out.append((char) ('A' + shelf(i) / 10 % 26))
                        .append('-')
                        .append(shelf(i) % 10, 2);
            case "location.description" ->
                (out, i) -> out.append(i % 2 == 0 ? "Étagère " : "Estante ").append(shelf(i) + 1);
            case "line" -> {
                Series parents = series.apply(args[0]);
                yield (out, i) -> out.append(i - first(parent(i, parents, own), parents, own) + 1);
            }
            case "parentstore" -> {
                Series parents = series.apply(args[0]);
                Series all = series.apply("store");
                yield (out, i) -> all.id(out, store(parent(i, parents, own)));
            }
            case "via" -> via(own, args);
            default -> pointer(own, word[0], args, stream);
        };
    }

    private Slot.Pointer pointer(Series own, String word, String[] args, long stream) {
        return switch (word) {
            case "ref" -> to(args[0], target -> i -> below(Series.random(stream, i), target.count()));
            case "even", "each" -> to(args[0], target -> i -> i % target.count());
            case "row" -> to(args[0], target -> i -> Long.parseLong(args[1]));
            case "pointer" -> {
                int column = Integer.parseInt(args[0]);
                yield to(
                        args[1],
                        target -> i -> Long.parseLong(new String(own.column(i, column), StandardCharsets.US_ASCII)));
            }
            case "spread" -> to(args[0], target -> i -> i / Math.max(1, stores.size()) % target.count());
            case "shifted" -> {
                long lists = series.apply(args[1]).count();
                yield to(args[0], target -> i -> i / lists % target.count());
            }
            case "parent" -> to(args[0], target -> i -> parent(i, target, own));
            case "store" -> to("store", target -> this::store);
            case "supplying" -> to("store_name", target -> i -> i % 2);
            case "mate" -> to(args[0], target -> i -> mate(i, target, stream, i));
            case "parentmate" -> {
                Series parents = series.apply(args[0]);
                yield to(args[1], target -> i -> mate(parent(i, parents, own), target, stream, i));
            }
            case "vaccineitem" -> to("item", target -> i -> i * VACCINE_EVERY % target.count());
            case "next" -> to("item", target -> i -> (i * VACCINE_EVERY + 1) % target.count());
            default -> throw new IllegalArgumentException("unknown slot " + word + " in series " + own.key());
        };
    }

    private Slot.Pointer to(String key, Function<Series, Slot.Position> position) {
        Series target = series.apply(key);
        return new Slot.Pointer(target, position.apply(target));
    }

    /** Labels are looked up when a record is written: the other series may be compiled after this one. */
    private static Slot via(Series own, String[] labels) {
        return (out, i) -> {
            Series at = own;
            long index = i;
            for (int step = 0; step < labels.length - 1; step++) {
                Slot.Pointer pointer = (Slot.Pointer) at.label(labels[step]);
                index = pointer.position().of(index);
                at = pointer.target();
            }
            at.label(labels[labels.length - 1]).write(out, index);
        };
    }

    private long store(long index) {
        return stores.get((int) (index % stores.size()));
    }

    /** The how manieth shelf of its store a location is. */
    private long shelf(long index) {
        return index / stores.size();
    }

    /** A record of the target whose store is that of {@code index}: both series take the stores in turn. */
    private long mate(long index, Series target, long stream, long chance) {
        long store = index % stores.size();
        long ofStore = (target.count() - store + stores.size() - 1) / stores.size();
        if (ofStore <= 0) {
            throw new IllegalStateException("series " + target.key() + " has no record for every store");
        }
        return below(Series.random(stream, chance), ofStore) * stores.size() + store;
    }

    private static long parent(long index, Series parents, Series own) {
        return index * parents.count() / own.count();
    }

    /** The first of a parent's children. */
    private static long first(long parent, Series parents, Series own) {
        return (parent * own.count() + parents.count() - 1) / parents.count();
    }

    private static Slot number(int digits) {
        return (out, i) -> out.append(i + 1, digits);
    }

    private static Slot integer(long stream, long from, long to) {
        return (out, i) -> out.append(from + below(Series.random(stream, i), to - from + 1));
    }

    private static Slot decimal(long stream, long from, long to) {
        return (out, i) -> {
            long hundredths = from * 100 + below(Series.random(stream, i), (to - from) * 100 + 1);
            out.append(hundredths / 100).append('.').append(hundredths % 100, 2);
        };
    }

    private static Slot truth(long stream, long percent) {
        return (out, i) -> out.append(below(Series.random(stream, i), 100) < percent ? "true" : "false");
    }

    private static Slot choice(long stream, byte[][] choices) {
        return (out, i) -> out.append(choices[(int) below(Series.random(stream, i), choices.length)]);
    }

    private byte[][] list(String name) {
        byte[][] list = words.get(name);
        if (list == null) {
            throw new IllegalArgumentException("no word list " + name);
        }
        return list;
    }

    private static byte[][] days(String[] args, String time) {
        LocalDate from = LocalDate.parse(args[0]);
        byte[][] days = new byte[Integer.parseInt(args[1])][];
        Arrays.setAll(days, day -> (from.plusDays(day) + time).getBytes(StandardCharsets.US_ASCII));
        return days;
    }

    private static byte[][] encoded(String[] texts) {
        return Arrays.stream(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    private static long below(long random, long bound) {
        return Math.unsignedMultiplyHigh(random, bound);
    }
}
