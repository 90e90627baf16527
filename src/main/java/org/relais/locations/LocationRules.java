package org.relais.locations;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What has to hold of a location that a person describes. */
@Component
class LocationRules {

    private final LocationRepository locations;
    private final LocationTypeRepository types;

    LocationRules(LocationRepository locations, LocationTypeRepository types) {
        this.locations = locations;
        this.types = types;
    }

    /**
     * What is wrong with a description; what is like that already and stays so is not.
     *
     * @param before the location as it is, or null for a new one
     */
    Set<LocationProblem> problems(String storeId, Location before, LocationDraft draft) {
        EnumSet<LocationProblem> problems = EnumSet.noneOf(LocationProblem.class);
        LocationDraft old = before == null ? null : before.draft();
        if (old == null || !old.code().equals(draft.code())) {
            ofCode(storeId, before, draft.code()).ifPresent(problems::add);
        }
        if ((old == null || !old.description().equals(draft.description()))
                && draft.description().length() > LocationDraft.DESCRIPTION_LENGTH) {
            problems.add(LocationProblem.DESCRIPTION_TOO_LONG);
        }
        if (draft.typeId() != null
                && (old == null || !draft.typeId().equals(old.typeId()))
                && !types.existsById(draft.typeId())) {
            problems.add(LocationProblem.TYPE_UNKNOWN);
        }
        if (old == null || draft.volume() == null || old.volume().compareTo(draft.volume()) != 0) {
            ofVolume(draft.volume()).ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<LocationProblem> ofCode(String storeId, Location before, String code) {
        if (code.isEmpty()) {
            return Optional.of(LocationProblem.CODE_EMPTY);
        }
        if (code.length() > LocationDraft.CODE_LENGTH) {
            return Optional.of(LocationProblem.CODE_TOO_LONG);
        }
        return isTaken(storeId, before, code) ? Optional.of(LocationProblem.CODE_TAKEN) : Optional.empty();
    }

    /** What came from the network has blanks that no database compares as people do, so all codes of the store are looked at. */
    private boolean isTaken(String storeId, Location before, String code) {
        String likeness = LocationDraft.likeness(code);
        return locations.codes(storeId).stream()
                .filter(taken -> before == null || !taken.id().equals(before.id()))
                .anyMatch(taken -> LocationDraft.likeness(taken.code()).equals(likeness));
    }

    private static Optional<LocationProblem> ofVolume(BigDecimal volume) {
        if (volume == null) {
            return Optional.of(LocationProblem.VOLUME_MISSING);
        }
        if (volume.signum() < 0) {
            return Optional.of(LocationProblem.VOLUME_NEGATIVE);
        }
        return volume.compareTo(LocationDraft.LARGEST_VOLUME) > 0
                ? Optional.of(LocationProblem.VOLUME_TOO_LARGE)
                : Optional.empty();
    }
}
