package org.relais.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.relais.backup.UnusableBackup.Problem;

/** Reads what {@link ArchiveWriter} wrote, and hands out each part. */
final class ArchiveReader {

    /** A text of a record is at most so long; what says more was not written by us. */
    private static final int LONGEST = 1 << 30;

    private final DataInputStream in;
    private final BackupFacts facts;

    /** Reads the beginning. */
    ArchiveReader(InputStream stream) throws IOException {
        in = new DataInputStream(stream);
        facts = new BackupFacts(in.readUTF(), in.readInt(), Instant.ofEpochMilli(in.readLong()));
    }

    BackupFacts facts() {
        return facts;
    }

    /** Takes the parts of a backup, in the order in which they are to be restored. */
    interface Parts {

        void file(String name, byte[] content) throws IOException;

        /** A table, still without rows. */
        Rows table(TableShape table) throws SQLException;

        void sequence(Snapshot.Made sequence) throws SQLException;

        void view(Snapshot.Made view) throws SQLException;
    }

    /** Takes the rows of one table. */
    interface Rows {

        void add(byte[][] values) throws SQLException;

        void end() throws SQLException;
    }

    /**
     * Reads everything to the end.
     *
     * @return what the tables add up to, as it was when they were written
     * @throws UnusableBackup when something of it is not as it was written
     */
    List<TableSum> read(Parts parts) throws IOException, SQLException {
        List<TableSum> sums = new ArrayList<>();
        try {
            for (byte kind = in.readByte(); kind != ArchiveWriter.END; kind = in.readByte()) {
                switch (kind) {
                    case ArchiveWriter.FILE -> parts.file(in.readUTF(), bytes());
                    case ArchiveWriter.TABLE -> sums.add(table(parts));
                    case ArchiveWriter.SEQUENCE ->
                        parts.sequence(new Snapshot.Made(in.readUTF(), text(), in.readLong()));
                    case ArchiveWriter.VIEW -> parts.view(new Snapshot.Made(in.readUTF(), text(), 0));
                    default -> throw new UnusableBackup(Problem.DAMAGED);
                }
            }
        } catch (EOFException e) {
            throw new UnusableBackup(Problem.TRUNCATED, e);
        }
        return sums;
    }

    private TableSum table(Parts parts) throws IOException, SQLException {
        String name = in.readUTF();
        String statement = text();
        List<TableShape.Column> columns = new ArrayList<>();
        int width = in.readShort();
        for (int i = 0; i < width; i++) {
            columns.add(new TableShape.Column(in.readUTF(), true));
        }
        Rows rows = parts.table(new TableShape(name, statement, columns, List.of()));
        RowSum sum = new RowSum();
        while (in.readByte() == ArchiveWriter.ROW) {
            byte[][] values = new byte[width][];
            for (int i = 0; i < width; i++) {
                values[i] = bytes();
            }
            sum.add(values);
            rows.add(values);
        }
        rows.end();
        TableSum read = sum.of(name);
        TableSum written = new TableSum(name, in.readLong(), in.readUTF());
        if (!read.equals(written)) {
            throw new UnusableBackup(Problem.DAMAGED);
        }
        return written;
    }

    private String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private byte[] bytes() throws IOException {
        int length = in.readInt();
        if (length == ArchiveWriter.NULL) {
            return null;
        }
        if (length < 0 || length > LONGEST) {
            throw new UnusableBackup(Problem.DAMAGED);
        }
        byte[] value = new byte[length];
        in.readFully(value);
        return value;
    }
}
