package org.relais.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.relais.startup.StartFailure;
import org.relais.testing.DataFolders;

/** A restore that was cut: before it was complete it counts for nothing, after that the next start goes on. */
class RestorePlaceTest {

    private final DataDirectory directory = new DataDirectory(DataFolders.fresh("restored"));
    private final RestorePlace place = new RestorePlace(directory);

    @Test
    void aHalfRestoreIsRefusedAtTheNextStartAndAnotherRestoreBeginsAnew() throws IOException {
        begun();

        assertThatThrownBy(place::finish)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("was not finished")
                .hasMessageContaining("restore the backup again");
        assertThat(directory.file("secret.key")).doesNotExist();

        place.begin("");
        assertThat(place.files()).isEmptyDirectory();
    }

    @Test
    void aRestoreThatWasCutWhileItMovedInIsFinishedByTheNextStart() throws IOException {
        begun();
        Files.createFile(place.files().resolve("complete"));
        Files.move(place.files().resolve("secret.key"), directory.file("secret.key"));

        place.finish();

        assertThat(directory.file("secret.key")).hasContent("key");
        assertThat(directory.file("hardware-id")).hasContent("id");
        assertThat(directory.file("mariadb").resolve("data").resolve("table")).hasContent("rows");
        assertThat(place.files()).doesNotExist();
    }

    @Test
    void whereNothingWasRestoredNothingIsDone() {
        place.finish();

        assertThat(directory.path()).isEmptyDirectory();
    }

    private void begun() throws IOException {
        place.begin("");
        Files.writeString(place.files().resolve("secret.key"), "key");
        Files.writeString(place.files().resolve("hardware-id"), "id");
        Files.createDirectories(place.database().resolve("data"));
        Files.writeString(place.database().resolve("data").resolve("table"), "rows");
    }
}
