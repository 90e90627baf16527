package org.relais.run;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.vocabulary.Keyed;

/** Keeps an enum's constant by its word; the database's words are those of the HTTP interface. */
abstract class KeyColumn<E extends Enum<E> & Keyed> implements AttributeConverter<E, String> {

    private final Class<E> family;

    KeyColumn(Class<E> family) {
        this.family = family;
    }

    @Override
    public String convertToDatabaseColumn(E constant) {
        return constant == null ? null : constant.key();
    }

    @Override
    public E convertToEntityAttribute(String key) {
        return key == null ? null : Keyed.of(family, key);
    }

    @Converter
    static class OfPlan extends KeyColumn<RunPlan> {
        OfPlan() {
            super(RunPlan.class);
        }
    }

    @Converter
    static class OfTrigger extends KeyColumn<Trigger> {
        OfTrigger() {
            super(Trigger.class);
        }
    }

    @Converter
    static class OfOutcome extends KeyColumn<Outcome> {
        OfOutcome() {
            super(Outcome.class);
        }
    }

    @Converter
    static class OfStep extends KeyColumn<SyncStep> {
        OfStep() {
            super(SyncStep.class);
        }
    }

    @Converter
    static class OfState extends KeyColumn<StepState> {
        OfState() {
            super(StepState.class);
        }
    }

    @Converter
    static class OfCode extends KeyColumn<FailureCode> {
        OfCode() {
            super(FailureCode.class);
        }
    }

    @Converter
    static class OfServer extends KeyColumn<CentralServer> {
        OfServer() {
            super(CentralServer.class);
        }
    }
}
