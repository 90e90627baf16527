package org.relais;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The house keeps its plan: rooms open to each other through public types only, and arrows go down. */
class ModularityTest {

    private static final String HOUSE = "org.relais";
    private static final int VIEWS = 6;

    /** The floor of each room; a room may use what is on its own floor or below. Packages named ui are on the top floor. */
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("startup", 0),
            Map.entry("web", 1),
            Map.entry("components", 2),
            Map.entry("language", 3),
            Map.entry("settings", 2),
            Map.entry("database", 1),
            Map.entry("catalogue", 1),
            Map.entry("record", 2),
            Map.entry("central", 2),
            Map.entry("site", 3),
            Map.entry("security", 3),
            Map.entry("people", 3),
            Map.entry("run", 3),
            Map.entry("exchange", 4),
            Map.entry("sync", 5),
            Map.entry("tokens", 4),
            Map.entry("locations", 5),
            Map.entry("monitoring", 5),
            Map.entry("support", 5),
            Map.entry("help", 5),
            Map.entry("history", 5),
            Map.entry("inspection", 5),
            Map.entry("administration", 5),
            Map.entry("api", VIEWS),
            Map.entry("shell", VIEWS),
            Map.entry("demo", VIEWS + 1));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);

    private final ApplicationModules modules = ApplicationModules.of(RelaisApplication.class);

    @Test
    void roomsUseEachOthersPublicTypesWithoutCycles() {
        modules.verify();
    }

    @Test
    void everyRoomHasAFloor() {
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .isSubsetOf(FLOORS.keySet());
    }

    @Test
    void arrowsGoDown() {
        List<String> upward = CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(ModularityTest::staysInTheHouse)
                .filter(arrow -> floor(arrow.getOriginClass()) < floor(arrow.getTargetClass()))
                .map(Dependency::getDescription)
                .toList();

        assertThat(upward).isEmpty();
    }

    @Test
    void recordsKnowNoHttpAndNoScreen() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage("org.relais.record..", "org.relais.catalogue..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.vaadin..", "java.net.http..", "jakarta.servlet..", "org.springframework.web..")
                .check(CLASSES);
    }

    @Test
    void centralKnowsNoDatabaseAndNoScreen() {
        ArchRuleDefinition.noClasses()
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

    @Test
    void theEngineKnowsNoVaadin() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage(
                        "org.relais.run",
                        "org.relais.exchange",
                        "org.relais.sync",
                        "org.relais.site",
                        "org.relais.api..",
                        "org.relais.tokens",
                        "org.relais.monitoring..",
                        "org.relais.support")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .check(CLASSES);
    }

    /** A picture that is out of date is drawn again here; the failure asks for it to be committed. */
    @Test
    void thePictureInTheDocumentationIsUpToDate(@TempDir Path drawing) throws IOException {
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder(drawing.toString()))
                .writeModulesAsPlantUml();
        Path picture = Path.of("docs", "modules.puml");
        List<String> drawn = Files.readAllLines(drawing.resolve("components.puml"));
        List<String> kept = Files.exists(picture) ? Files.readAllLines(picture) : List.of();
        boolean upToDate = Set.copyOf(kept).equals(Set.copyOf(drawn));
        if (!upToDate) {
            Files.createDirectories(picture.getParent());
            Files.write(picture, drawn);
        }

        assertThat(upToDate)
                .as("docs/modules.puml shows the rooms as they are; it has been drawn again where not: commit it")
                .isTrue();
    }

    private static boolean staysInTheHouse(Dependency arrow) {
        return room(arrow.getOriginClass()) != null && room(arrow.getTargetClass()) != null;
    }

    private static int floor(JavaClass type) {
        boolean view = type.getPackageName().matches("org\\.relais\\.\\w+\\.ui(\\..*)?");
        return view ? VIEWS : FLOORS.getOrDefault(room(type), VIEWS);
    }

    /** The name of the room that a class stands in; null for the entrance (org.relais itself) and other people's houses. */
    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(HOUSE + ".") ? name.substring(HOUSE.length() + 1).split("\\.")[0] : null;
    }
}
