package org.relais.run;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.vocabulary.Texts;

/** Why a run or a step failed, in the five columns that both tables have for it; they are all null where it did not. */
@Embeddable
class FailureColumns {

    private static final int LONGEST_CALL = 250;
    private static final int LONGEST_DETAIL = 16_000;

    @Column(name = "error_code")
    @Convert(converter = KeyColumn.OfCode.class)
    private FailureCode code;

    @Column(name = "error_server")
    @Convert(converter = KeyColumn.OfServer.class)
    private CentralServer server;

    @Column(name = "error_call")
    private String call;

    @Column(name = "error_detail", columnDefinition = "text")
    private String detail;

    @Column(name = "error_at")
    private Instant at;

    /** For the persistence provider. */
    protected FailureColumns() {}

    private FailureColumns(Failure failure) {
        this.code = failure.code();
        this.server = failure.server();
        this.call = failure.call() == null ? null : Texts.cut(failure.call(), LONGEST_CALL);
        this.detail = Texts.cut(failure.detail(), LONGEST_DETAIL);
        this.at = failure.at();
    }

    static FailureColumns of(Failure failure) {
        return failure == null ? null : new FailureColumns(failure);
    }

    static Failure read(FailureColumns columns) {
        return columns == null || columns.code == null
                ? null
                : new Failure(columns.code, columns.server, columns.call, columns.detail, columns.at);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FailureColumns columns && Objects.equals(read(this), read(columns));
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(read(this));
    }
}
