package org.relais.components;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A choice that narrows a list: all, or one of these.
 *
 * @param <T> what the list is narrowed by
 */
public class Filter<T> extends Choice<Optional<T>> {

    /** A filter without options yet; {@code all} gives the words for no narrowing, {@code label} those of an option. */
    public Filter(Supplier<String> all, Function<T, String> label) {
        super(option -> option.map(label).orElseGet(all));
    }

    /** Offers all and each of these; {@code selected} is null where all is. Nothing is told to those who listen. */
    public void narrowTo(List<T> options, T selected) {
        offer(
                Stream.concat(Stream.of(Optional.<T>empty()), options.stream().map(Optional::of))
                        .toList(),
                Optional.ofNullable(selected));
    }

    /** Tells the option that a person selects, and null for all. */
    public void onFilter(Consumer<T> listener) {
        onChoice(chosen -> listener.accept(chosen.orElse(null)));
    }
}
