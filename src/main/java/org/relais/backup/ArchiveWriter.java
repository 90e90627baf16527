package org.relais.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes what a backup holds, one part after the other, as {@link ArchiveReader} reads it. */
final class ArchiveWriter {

    static final byte FILE = 'F';
    static final byte TABLE = 'T';
    static final byte SEQUENCE = 'S';
    static final byte VIEW = 'V';
    static final byte END = 'E';
    static final byte ROW = 1;
    static final byte NO_MORE_ROWS = 0;
    static final int NULL = -1;

    private final DataOutputStream out;

    /** Begins one. */
    ArchiveWriter(OutputStream stream, BackupFacts facts) throws IOException {
        out = new DataOutputStream(stream);
        out.writeUTF(facts.program());
        out.writeInt(facts.schema());
        out.writeLong(facts.madeAt().toEpochMilli());
    }

    /** A small file of the data directory. */
    void file(String name, byte[] content) throws IOException {
        out.writeByte(FILE);
        out.writeUTF(name);
        bytes(content);
    }

    /**
     * A whole database.
     *
     * @return what its tables add up to
     */
    List<TableSum> database(Snapshot snapshot) throws IOException, SQLException {
        List<TableSum> sums = new ArrayList<>();
        for (TableShape table : snapshot.tables()) {
            sums.add(table(snapshot, table));
        }
        for (Snapshot.Made sequence : snapshot.sequences()) {
            made(SEQUENCE, sequence);
            out.writeLong(sequence.next());
        }
        for (Snapshot.Made view : snapshot.views()) {
            made(VIEW, view);
        }
        return sums;
    }

    /** Nothing follows. Whoever reads on to here has read everything. */
    void end() throws IOException {
        out.writeByte(END);
        out.flush();
    }

    private TableSum table(Snapshot snapshot, TableShape table) throws IOException, SQLException {
        made(TABLE, new Snapshot.Made(table.name(), table.statement(), 0));
        out.writeShort(table.columns().size());
        for (TableShape.Column column : table.columns()) {
            out.writeUTF(column.name());
        }
        TableSum sum = snapshot.<IOException>read(table, values -> {
            out.writeByte(ROW);
            for (byte[] value : values) {
                bytes(value);
            }
        });
        out.writeByte(NO_MORE_ROWS);
        out.writeLong(sum.rows());
        out.writeUTF(sum.checksum());
        return sum;
    }

    private void made(byte kind, Snapshot.Made made) throws IOException {
        out.writeByte(kind);
        out.writeUTF(made.name());
        bytes(made.statement().getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(byte[] value) throws IOException {
        if (value == null) {
            out.writeInt(NULL);
        } else {
            out.writeInt(value.length);
            out.write(value);
        }
    }
}
