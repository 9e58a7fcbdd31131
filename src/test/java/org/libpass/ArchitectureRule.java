package org.libpass;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.function.Function;

/**
 * What may know what, beyond what Spring Modulith verifies. Each rule names the class among the bad
 * samples that it must reject, so that none of them can pass everything unseen.
 */
@SuppressWarnings("ImmutableEnumChecker") // nobody changes a function
enum ArchitectureRule {
  NOTHING_IMPORTS_WEB(
      "card.ImportsWeb",
      root ->
          noClasses()
              .that()
              .resideOutsideOfPackage(root + ".web..")
              .should()
              .dependOnClassesThat()
              .resideInAPackage(root + ".web..")
              .because("pages call use cases, never the other way")),

  ONLY_WEB_IMPORTS_PROCESS("card.ImportsProcess", root -> onlyWebImports(root, "process")),

  ONLY_WEB_IMPORTS_NOTICE("card.ImportsNotice", root -> onlyWebImports(root, "notice")),

  WEB_SEES_ROOTS_ONLY(
      "web.LooksInside",
      root ->
          noClasses()
              .that()
              .resideInAPackage(root + ".web..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(root + ".process.*..", root + ".notice.*..")
              .because("what is below a module's root is its own")),

  FLOWABLE_ONLY_IN_PROCESS(
      "card.NamesFlowable",
      root ->
          noClasses()
              .that()
              .resideOutsideOfPackage(root + ".process..")
              .should()
              .dependOnClassesThat()
              .resideInAPackage("org.flowable..")
              .because("features speak to the port of their own that process implements")),

  DROOLS_ONLY_IN_POLICY(
      "card.NamesDrools",
      root ->
          noClasses()
              .that()
              .resideOutsideOfPackage(root + ".policy..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage("org.drools..", "org.kie..")
              .because("features ask Policies")),

  SOCKETS_ONLY_IN_ILS(
      "card.OpensSocket",
      root ->
          noClasses()
              .that()
              .resideOutsideOfPackage(root + ".ils..")
              .should()
              .dependOnClassesThat(nameMatching(ArchitectureRule.NETWORK))
              .because("no other module speaks with another machine")),

  FACTS_KNOW_ONLY_JAVA(
      "policy.facts.KnowsCard",
      root ->
          classes()
              .that()
              .resideInAPackage(root + ".policy.facts..")
              .and()
              .doNotHaveSimpleName("package-info")
              .should()
              .onlyDependOnClassesThat()
              .resideInAnyPackage("java..", "org.jspecify..", root + ".policy.facts..")
              .because("rule files see these types, and through them nothing else")),

  TIME_COMES_FROM_THE_CLOCK(
      "card.LooksAtTheWall",
      root ->
          noClasses()
              .that()
              .resideOutsideOfPackage(root + ".platform..")
              .should(
                  callMethodWhere(
                      target(owner(nameMatching("java\\.time\\..*")))
                          .and(target(nameMatching("now")))
                          .and(target(not(rawParameterTypes(Clock.class))))))
              .orShould()
              .callMethod(System.class, "currentTimeMillis")
              .orShould()
              .callConstructor(java.util.Date.class)
              .because("the demo and the tests move TaipeiClock")),

  NO_CYCLES(
      "loop.there.There", root -> slices().matching(root + ".(**)").should().beFreeOfCycles()),

  EVERY_PACKAGE_IS_NULL_MARKED(
      "bare.Bare", root -> classes().should(PackageConditions.beInANullMarkedPackage())),

  EVERY_MODULE_DECLARES_ITS_ARROWS(
      "bare.Bare",
      root ->
          classes()
              .that()
              .resideInAPackage(root + ".*..")
              .should(PackageConditions.beInAModuleWithDeclaredArrows(root))),

  EVERY_ARROW_HAS_A_TARGET(
      "card.package-info",
      root ->
          classes()
              .that()
              .haveSimpleName("package-info")
              .should(PackageConditions.allowOnlyModulesThatExist(root)));

  private static final String NETWORK =
      "java\\.net\\.(Socket|ServerSocket|DatagramSocket|MulticastSocket|\\w*URLConnection)"
          + "|java\\.nio\\.channels\\.\\w*(Socket|Datagram)Channel"
          + "|java\\.net\\.http\\..*|javax\\.net\\..*"
          + "|org\\.springframework\\.web\\.client\\..*";

  private final String badSample;
  private final Function<String, ArchRule> rule;

  ArchitectureRule(String badSample, Function<String, ArchRule> rule) {
    this.badSample = badSample;
    this.rule = rule;
  }

  /** The class below the bad samples' root that breaks this rule. */
  String badSample() {
    return badSample;
  }

  /** The rule for the packages below {@code root}, some of which may not be there yet. */
  ArchRule below(String root) {
    return rule.apply(root).allowEmptyShould(true);
  }

  private static ArchRule onlyWebImports(String root, String module) {
    String itself = root + "." + module + "..";
    return noClasses()
        .that()
        .resideOutsideOfPackages(itself, root + ".web..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(itself)
        .because("features don't know who carries them on");
  }
}
