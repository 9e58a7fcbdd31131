package org.libpass;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.NamedInterface;

/** What {@link ArchitectureRule} asks of a class's package. */
final class PackageConditions {

  private PackageConditions() {}

  static ArchCondition<JavaClass> beInANullMarkedPackage() {
    return condition(
        "be in a @NullMarked package",
        type ->
            type.getPackage().isAnnotatedWith(NullMarked.class)
                ? Stream.empty()
                : Stream.of("its package-info.java lacks @NullMarked or is missing"));
  }

  static ArchCondition<JavaClass> beInAModuleWithDeclaredArrows(String root) {
    return condition(
        "be in an @ApplicationModule that says what it depends on",
        type -> {
          JavaPackage module = type.getPackage();
          while (!module.getParent().map(parent -> parent.getName().equals(root)).orElse(true)) {
            module = module.getParent().orElseThrow();
          }
          return declaration(module)
                  .filter(found -> !isOpen(found.allowedDependencies()))
                  .isPresent()
              ? Stream.empty()
              : Stream.of(module.getName() + " has no @ApplicationModule with allowedDependencies");
        });
  }

  static ArchCondition<JavaClass> allowOnlyModulesThatExist(String root) {
    return condition(
        "allow only modules that exist",
        type ->
            declaration(type.getPackage()).stream()
                .flatMap(found -> Stream.of(found.allowedDependencies()))
                .filter(name -> !name.equals(ApplicationModule.OPEN_TOKEN))
                .filter(name -> !exists(name, root, type.getPackage()))
                .map(name -> "allowedDependencies names \"" + name + "\", which does not exist"));
  }

  /** Whether "module", "module :: named interface" or "module :: *" is there. */
  private static boolean exists(String arrow, String root, JavaPackage from) {
    String[] parts = arrow.split("::", 2);
    String module = root + "." + parts[0].strip();
    JavaPackage top = from;
    while (top.getParent().isPresent()) {
      top = top.getParent().orElseThrow();
    }
    if (!top.containsPackage(relative(module, top))) {
      return false;
    }
    String named = parts.length == 1 ? "*" : parts[1].strip();
    return named.equals("*")
        || top.getPackage(relative(module, top)).getSubpackagesInTree().stream()
            .flatMap(below -> below.tryGetAnnotationOfType(NamedInterface.class).stream())
            .flatMap(found -> Stream.concat(Stream.of(found.name()), Stream.of(found.value())))
            .anyMatch(named::equals);
  }

  private static String relative(String name, JavaPackage top) {
    return top.getName().isEmpty() ? name : name.substring(top.getName().length() + 1);
  }

  private static Optional<ApplicationModule> declaration(JavaPackage module) {
    return module.tryGetAnnotationOfType(ApplicationModule.class);
  }

  private static boolean isOpen(String[] allowed) {
    return allowed.length == 1 && allowed[0].equals(ApplicationModule.OPEN_TOKEN);
  }

  private static ArchCondition<JavaClass> condition(
      String description, Function<JavaClass, Stream<String>> faults) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        faults
            .apply(type)
            .forEach(
                fault ->
                    events.add(SimpleConditionEvent.violated(type, type.getName() + ": " + fault)));
      }
    };
  }
}
