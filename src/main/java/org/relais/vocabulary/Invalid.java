package org.relais.vocabulary;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody gave cannot be taken; nothing was changed. Each room says what can be wrong by an enum of its own, whose keys
 * name the texts that tell people.
 */
public class Invalid extends RuntimeException {

    private final Set<Keyed> problems;

    /** Refused for all that is wrong, at least one thing. */
    public Invalid(Set<? extends Keyed> problems) {
        super(problems.stream().map(Keyed::key).collect(Collectors.joining(", ")), null, false, false);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("Nothing is wrong");
        }
        this.problems = new LinkedHashSet<>(problems);
    }

    /** All that is wrong, at least one thing, in order. */
    public Set<Keyed> problems() {
        return Collections.unmodifiableSet(problems);
    }

    /** All that is wrong, as the family of the room that was asked; what is of another family is left out. */
    public <P extends Enum<P> & Keyed> Set<P> problems(Class<P> family) {
        return problems.stream()
                .filter(family::isInstance)
                .map(family::cast)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
