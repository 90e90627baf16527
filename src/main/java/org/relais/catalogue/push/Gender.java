package org.relais.catalogue.push;

import java.util.Optional;

/** A person's gender beside what mSupply's one flag tells of it. */
final class Gender {

    private static final String FLAG = "female";
    private static final String FEMALE = "FEMALE";
    private static final String MALE = "MALE";

    private Gender() {}

    static String of(PushDraft person) {
        return person.isTrue(FLAG) ? FEMALE : MALE;
    }

    /** Sets mSupply's flag where it can tell the gender; for others it stays as it is. */
    static void tellLegacy(PushDraft person, Optional<String> gender) {
        gender.filter(told -> told.equals(FEMALE) || told.equals(MALE))
                .ifPresent(told -> person.set(FLAG, JsonValue.bool(told.equals(FEMALE))));
    }
}
