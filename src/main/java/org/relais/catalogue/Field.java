package org.relais.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One key of a record.
 *
 * @param name the key
 * @param path the key with those of the objects around it, joined by dots
 * @param line where record-types.yaml describes it
 * @param emptyIsUnset whether an empty text (object, zero date) means none
 * @param zeroIsUnset whether 0 means none
 * @param values the texts of an enum, empty for other types
 * @param aliases other spellings of the texts of an enum
 * @param others what other texts than those mean
 * @param fallback the JSON text that is sent when it is unset
 * @param parts the keys of an object, empty for other types
 * @param element what a list or map holds
 */
record Field(
        String name,
        String path,
        int line,
        FieldType type,
        Presence presence,
        boolean emptyIsUnset,
        boolean zeroIsUnset,
        Set<String> values,
        Map<String, String> aliases,
        Others others,
        Optional<Target> target,
        Optional<String> fallback,
        Sending sending,
        FieldSet parts,
        Optional<Field> element) {}
