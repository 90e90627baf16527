package org.relais;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A page brings the scripts of what its view names. What other rooms put into it is found only while the program runs, so the view has
 * to name, by {@code @Uses}, what they show: without its script a field is no field, and a word that passes by is never seen.
 */
class PageScriptsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    HouseMap.HOUSE,
                    "com.vaadin.flow.component.applayout",
                    "com.vaadin.flow.component.button",
                    "com.vaadin.flow.component.shared");

    @Test
    void aPageBringsTheScriptsOfWhatOtherRoomsPutIntoIt() {
        Set<String> everywhere = CLASSES.stream()
                .filter(part -> part.isAssignableTo(RouterLayout.class) || part.isAssignableTo(HasErrorParameter.class))
                .flatMap(part -> scripts(part).stream())
                .collect(Collectors.toSet());
        List<JavaClass> views = CLASSES.stream()
                .filter(view -> view.isAnnotatedWith(Route.class))
                .toList();
        Set<String> lacking = new TreeSet<>();
        for (JavaClass view : views) {
            Set<String> brought = scripts(view);
            parts(view).forEach(part -> scripts(part).stream()
                    .filter(script -> !brought.contains(script) && !everywhere.contains(script))
                    .forEach(script ->
                            lacking.add(view.getSimpleName() + " for " + part.getSimpleName() + ": " + script)));
        }

        assertThat(views).isNotEmpty();
        assertThat(lacking).isEmpty();
    }

    /** What rooms may put into a page: what is of a kind that the page knows, and no page itself. */
    private static Stream<JavaClass> parts(JavaClass view) {
        return reached(view).stream()
                .filter(kind -> kind.isInterface() || kind.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(kind -> kind.isAssignableTo(HasElement.class) && !view.isAssignableTo(kind.getName()))
                .filter(kind -> kind.getPackageName().startsWith(HouseMap.HOUSE))
                .flatMap(kind -> kind.getAllSubclasses().stream())
                .filter(part -> part.isAnnotatedWith(SpringComponent.class))
                .distinct();
    }

    private static Set<String> scripts(JavaClass from) {
        return reached(from).stream()
                .flatMap(user -> user.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .filter(used -> used.getPackageName().startsWith("com.vaadin.flow.component")
                        && used.reflect().getAnnotationsByType(JsModule.class).length > 0)
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
    }

    /** Without other pages: a way to one brings none of its scripts. */
    private static Set<JavaClass> reached(JavaClass from) {
        Set<JavaClass> reached = new HashSet<>(Set.of(from));
        Deque<JavaClass> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            open.pop().getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .filter(used -> CLASSES.contain(used.getName()) && !used.isAnnotatedWith(Route.class))
                    .filter(reached::add)
                    .forEach(open::push);
        }
        return reached;
    }
}
