package org.relais.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.relais.backup.UnusableBackup.Problem;
import org.relais.testing.DataFolders;

/** The file around a backup: what comes out is what went in, or a clear word. */
class SealedFileTest {

    private static final Path FOLDER = DataFolders.fresh("sealed");
    private static final int LONGEST = 3 * Seal.PIECE + 1;

    @Property(tries = 60)
    void whatGoesInComesOutInWhateverPieces(@ForAll @IntRange(max = LONGEST) int length, @ForAll long seed)
            throws IOException {
        byte[] content = bytes(length, seed);
        assertThat(open(sealed(content, ""), "")).isEqualTo(content);
    }

    @Example
    void lengthsAroundAPieceComeOutToo() throws IOException {
        for (int length : new int[] {0, 1, Seal.PIECE - 1, Seal.PIECE, Seal.PIECE + 1, 2 * Seal.PIECE}) {
            byte[] content = bytes(length, length);
            assertThat(open(sealed(content, ""), "")).isEqualTo(content);
        }
    }

    @Property(tries = 200)
    void aFlippedBitIsToldFromEverythingElse(@ForAll long seed) throws IOException {
        byte[] file = Files.readAllBytes(sealed(bytes(2 * Seal.PIECE + 77, seed), ""));
        Random random = new Random(seed);
        int at = random.nextInt(file.length);
        file[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        assertThat(problemOf(file, "")).isEqualTo(at < 16 ? Problem.NOT_A_BACKUP : Problem.DAMAGED);
    }

    @Property(tries = 100)
    void aCutFileIsToldWithAndWithoutThePassphrase(@ForAll long seed) throws IOException {
        byte[] file = Files.readAllBytes(sealed(bytes(2 * Seal.PIECE + 77, seed), ""));
        int length = 1 + new Random(seed).nextInt(file.length - 1);
        assertThat(problemOf(Arrays.copyOf(file, length), "x")).isEqualTo(Problem.TRUNCATED);
    }

    @Example
    void whatWasPutBehindItIsDamage() throws IOException {
        byte[] file = Files.readAllBytes(sealed(bytes(5, 1), ""));
        assertThat(problemOf(Arrays.copyOf(file, file.length + 1), "")).isEqualTo(Problem.DAMAGED);
    }

    @Example
    void onlyThePassphraseOpensIt() throws IOException {
        byte[] content = bytes(100_000, 4);
        Path file = sealed(content, "¿quién abre?");
        byte[] bytes = Files.readAllBytes(file);
        assertThat(open(file, "¿quién abre?")).isEqualTo(content);
        assertThat(problemOf(bytes, "¿quien abre?")).isEqualTo(Problem.WRONG_PASSPHRASE);
        assertThat(problemOf(bytes, "")).isEqualTo(Problem.PASSPHRASE_NEEDED);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(content, 0, 32, StandardCharsets.ISO_8859_1));
        bytes[bytes.length - 5]++;
        assertThat(problemOf(bytes, "¿quién abre?")).isEqualTo(Problem.DAMAGED);
    }

    @Example
    void anotherFileIsNoBackup() throws IOException {
        assertThat(problemOf(new byte[0], "")).isEqualTo(Problem.NOT_A_BACKUP);
        assertThat(problemOf(new byte[10_000], "")).isEqualTo(Problem.NOT_A_BACKUP);
        assertThat(problemOf("-- MariaDB dump".getBytes(StandardCharsets.UTF_8), ""))
                .isEqualTo(Problem.NOT_A_BACKUP);
    }

    @Example
    void aLaterFormatIsOfANewerVersion() throws IOException {
        SealHeader header = SealHeader.draw("").header();
        SealHeader later =
                new SealHeader(SealHeader.VERSION + 1, false, 1, header.salt(), header.keyCheck(), SealHeader.SIZE);
        assertThat(problemOf(later.bytes(), "")).isEqualTo(Problem.NEWER);
    }

    /** As the file of a process that was killed. */
    @Example
    void whatWasNotFinishedLooksCut() throws IOException {
        Path file = Files.createTempFile(FOLDER, "cut", "");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            SealedOutput out = new SealedOutput(channel, "");
            out.write(bytes(300_000, 3));
        }
        assertThat(problemOf(Files.readAllBytes(file), "")).isEqualTo(Problem.TRUNCATED);
    }

    private static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static Path sealed(byte[] content, String passphrase) throws IOException {
        Path file = Files.createTempFile(FOLDER, "sealed", "");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            SealedOutput out = new SealedOutput(channel, passphrase);
            int third = content.length / 3;
            out.write(content, 0, third);
            out.write(content, third, content.length - third);
            out.finish();
        }
        return file;
    }

    private static byte[] open(Path file, String passphrase) throws IOException {
        try (SealedInput in = SealedInput.open(file, passphrase)) {
            return in.readAllBytes();
        } finally {
            Files.delete(file);
        }
    }

    private static Problem problemOf(byte[] content, String passphrase) throws IOException {
        Path file = Files.createTempFile(FOLDER, "unusable", "");
        Files.write(file, content);
        UnusableBackup[] thrown = new UnusableBackup[1];
        assertThatThrownBy(() -> open(file, passphrase))
                .isInstanceOfSatisfying(UnusableBackup.class, e -> thrown[0] = e);
        return thrown[0].problem();
    }
}
