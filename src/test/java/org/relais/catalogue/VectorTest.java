package org.relais.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the description of types against sample records of a real network. */
class VectorTest {

    private static final RecordTypes TYPES = RecordTypes.load();

    static Stream<Vector> pulled() {
        return Vector.ALL.stream().filter(vector -> vector.isPull() && !vector.isDelete());
    }

    @ParameterizedTest
    @MethodSource("pulled")
    void findsNothingWrongWithARealRecord(Vector vector) {
        RecordType type = TYPES.byTable(vector.table()).orElseThrow();

        assertThat(type.check(vector.json()).problems()).isEmpty();
    }
}
