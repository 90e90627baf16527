package org.relais.vocabulary;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An enum's constant that has a word of its own outside of the program: in translations' keys, in the database, in the HTTP
 * interface, on the page. The word is the constant's name in small letters, with hyphens.
 */
public interface Keyed {

    /** The constant's name, as every enum has it. */
    String name();

    /** The word, as {@code pull-central}; never null. */
    default String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant that a word stands for; empty where there is none, and for null. */
    static <E extends Enum<E> & Keyed> Optional<E> find(Class<E> family, String key) {
        return Stream.of(family.getEnumConstants())
                .filter(constant -> constant.key().equals(key))
                .findFirst();
    }

    /**
     * The constant that a word stands for.
     *
     * @throws IllegalArgumentException when there is none
     */
    static <E extends Enum<E> & Keyed> E of(Class<E> family, String key) {
        return find(family, key)
                .orElseThrow(() -> new IllegalArgumentException("'" + key + "' is none of "
                        + Stream.of(family.getEnumConstants()).map(Keyed::key).toList()));
    }
}
