package org.relais;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The house keeps its plan: each room says whom it knows, arrows go down, and no circle closes. */
class ModularityTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HouseMap.HOUSE);

    private final ApplicationModules rooms = ApplicationModules.of(RelaisApplication.class);

    /** Which rooms one may use stands in its package-info; what is used without standing there fails here, as does any circle. */
    @Test
    void roomsUseWhatTheySayAndNoCircleCloses() {
        rooms.verify();
    }

    @Test
    void everyRoomSaysWhichOthersItUses() {
        assertThat(rooms.stream().filter(room -> !saysWhomItUses(room)).map(ApplicationModule::getDisplayName))
                .isEmpty();
    }

    private static boolean saysWhomItUses(ApplicationModule room) {
        return room.getBasePackage()
                .getAnnotation(org.springframework.modulith.ApplicationModule.class)
                .filter(said -> !List.of(said.allowedDependencies())
                        .equals(List.of(org.springframework.modulith.ApplicationModule.OPEN_TOKEN)))
                .isPresent();
    }

    @Test
    void recordsKnowNoHttpAndNoScreen() {
        noClasses()
                .that()
                .resideInAnyPackage("org.relais.record..", "org.relais.catalogue..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.vaadin..", "java.net.http..", "jakarta.servlet..", "org.springframework.web..")
                .check(CLASSES);
    }

    @Test
    void centralKnowsNoDatabaseAndNoScreen() {
        noClasses()
                .that()
                .resideInAPackage("org.relais.central..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.vaadin..",
                        "java.sql..",
                        "javax.sql..",
                        "jakarta.persistence..",
                        "org.springframework.jdbc..")
                .check(CLASSES);
    }

    /** Vaadin stands in the rooms and wings that are for screens, and nowhere else: so all of the engine is without it. */
    @Test
    void onlyScreensKnowVaadin() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.relais..ui..", "org.relais.shell..", "org.relais.components..", "org.relais.language..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .check(CLASSES);
    }

    /** A map that is out of date is drawn again here; the failure asks for it to be committed. */
    @Test
    void theMapInTheDocumentationIsUpToDate() throws IOException {
        Path page = Path.of("docs", "architecture.md");
        String written = Files.readString(page);
        String redrawn = new HouseMap(CLASSES).drawnInto(written);
        Files.writeString(page, redrawn);

        assertThat(redrawn)
                .as("docs/architecture.md shows the rooms as they are; it has been drawn again where not: commit it")
                .isEqualTo(written);
    }
}
