package org.relais.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/** What is left of the disk that the data lie on. */
record DiskCheck(Installation installation) implements Check {

    /** The next first synchronisation or backup would not fit. */
    private static final DataSize LEAST = DataSize.ofMegabytes(200);

    private static final DataSize LITTLE = DataSize.ofGigabytes(2);

    @Override
    public CheckName name() {
        return CheckName.DISK;
    }

    @Override
    public Finding examine() throws IOException {
        Path directory = installation.directory();
        if (directory == null) {
            return unknown("directory.missing");
        }
        FileStore disk = Files.getFileStore(directory);
        return judge(disk.getUsableSpace(), disk.getTotalSpace());
    }

    /** Both in bytes. */
    Finding judge(long free, long total) {
        Words.Bytes left = new Words.Bytes(free);
        Words.Bytes all = new Words.Bytes(total);
        if (free < LEAST.toBytes()) {
            return broken("disk.full", left, all);
        }
        return free < LITTLE.toBytes() ? lookAtIt("disk.little", left, all) : well("disk.room", left, all);
    }
}
