// SPDX-License-Identifier: Apache-2.0
package dev.mediagen;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.mediagen.internal.engine.ClientSettings;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rings of the house: what users see, what adapters see, and what nobody sees. */
@AnalyzeClasses(packages = "dev.mediagen", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] API = {
    "dev.mediagen",
    "dev.mediagen.catalog",
    "dev.mediagen.error",
    "dev.mediagen.image",
    "dev.mediagen.video",
    "dev.mediagen.music",
    "dev.mediagen.speech",
    "dev.mediagen.sound",
    "dev.mediagen.transcript",
    "dev.mediagen.segment",
    "dev.mediagen.upscale",
    "dev.mediagen.model3d",
    "dev.mediagen.store",
    "dev.mediagen.webhook"
  };
  private static final String[] HTTP = {"okhttp3..", "okio..", "kotlin..", "dev.failsafe.."};

  @ArchTest
  static final ArchRule users_meet_only_types_of_the_jdk_and_of_this_library =
      classes()
          .that()
          .resideInAnyPackage(API)
          .and()
          .arePublic()
          .should(
              showOnly(
                  "types of the JDK and of this library's exported packages",
                  type ->
                      isIn(type, "java..", "dev.mediagen.spi", "org.jspecify.annotations")
                          || isIn(type, API)
                          || isGenerated(type)));

  @ArchTest
  static final ArchRule adapters_meet_besides_these_only_the_json_tree =
      classes()
          .that()
          .resideInAPackage("dev.mediagen.spi")
          .and()
          .arePublic()
          .should(
              showOnly(
                  "types of the JDK, of this library's exported packages, and the JSON tree",
                  type ->
                      isIn(type, "java..", "dev.mediagen.spi", "com.fasterxml.jackson.databind..")
                          || isIn(type, API)
                          || isGenerated(type)));

  @ArchTest
  static final ArchRule the_json_tree_is_all_of_jackson_that_the_spi_shows =
      noClasses()
          .that()
          .resideInAPackage("dev.mediagen.spi")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("com.fasterxml.jackson..")
                  .and(
                      describe(
                          "no tree nodes",
                          type ->
                              !type.isAssignableTo("com.fasterxml.jackson.databind.JsonNode")
                                  && !type.getSimpleName().startsWith("JsonNode")
                                  && !type.getSimpleName().endsWith("JsonProcessingException")
                                  && !type.getSimpleName().equals("ObjectMapper"))));

  @ArchTest
  static final ArchRule only_the_inside_knows_the_http_client_and_the_retries =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.mediagen.internal..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(HTTP);

  @ArchTest
  static final ArchRule the_spi_does_not_know_the_engine =
      noClasses()
          .that()
          .resideInAPackage("dev.mediagen.spi")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.mediagen.internal.engine", "dev.mediagen.internal.http");

  /** The builder is where a client is made, so it alone names the engine. */
  @ArchTest
  static final ArchRule only_the_builder_of_the_client_knows_the_engine =
      noClasses()
          .that()
          .resideInAnyPackage(API)
          .and()
          .doNotHaveFullyQualifiedName(MediaClientBuilder.class.getName())
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.mediagen.internal.engine", "dev.mediagen.internal.http");

  @ArchTest
  static final ArchRule checks_and_json_know_nothing_of_calls =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.mediagen.internal.json",
              "dev.mediagen.internal.check",
              "dev.mediagen.internal.media")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.mediagen.internal.engine", "dev.mediagen.internal.http", "okhttp3..");

  @ArchTest
  static final ArchRule nothing_is_serialised_the_java_way =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectInputStream")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectOutputStream");

  @ArchTest
  static final ArchRule nobody_sleeps =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "it is a sleep",
                  call ->
                      call.getTarget().getName().equals("sleep")
                          && Set.of("java.lang.Thread", "java.util.concurrent.TimeUnit")
                              .contains(call.getTargetOwner().getName())));

  @ArchTest
  static final ArchRule nobody_prints =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  /** Time comes from the client's clock; the clock of the system is one class. */
  @ArchTest
  static final ArchRule nobody_looks_at_the_systems_clock =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("SystemClock")
          .should()
          .callMethodWhere(
              describe(
                  "it reads the time",
                  call ->
                      (call.getTarget().getName().equals("now")
                              && call.getTargetOwner().getPackageName().equals("java.time"))
                          || call.getTarget().getName().matches("currentTimeMillis|nanoTime")));

  @ArchTest
  static final ArchRule settings_stay_inside =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(API)
          .and()
          .arePublic()
          .should()
          .notHaveRawReturnType(ClientSettings.class);

  /** The implementations that are generated are hidden; their builders are inherited by ours. */
  private static boolean isGenerated(JavaClass type) {
    return type.getSimpleName().equals("Builder") && type.getName().contains(".Immutable");
  }

  private static boolean isIn(JavaClass type, String... packages) {
    return type.isPrimitive() || resideInAnyPackage(packages).test(type);
  }

  private static ArchCondition<JavaClass> showOnly(
      String what, java.util.function.Predicate<JavaClass> allowed) {
    return new ArchCondition<>("show only " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        // What is inherited is seen too: generated builders are the parents of ours.
        type.getAllMembers().stream()
            .filter(ArchitectureTest::isSeen)
            .forEach(
                member ->
                    signature(member)
                        .filter(shown -> !allowed.test(shown))
                        .forEach(
                            shown ->
                                events.add(
                                    SimpleConditionEvent.violated(
                                        member,
                                        member.getFullName() + " shows " + shown.getName()))));
      }
    };
  }

  private static boolean isSeen(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
        && !modifiers.contains(JavaModifier.SYNTHETIC)
        && !modifiers.contains(JavaModifier.BRIDGE)
        && member.getOwner().getPackageName().startsWith("dev.mediagen");
  }

  /** All types in a signature, those between angle brackets included. */
  private static Stream<JavaClass> signature(JavaMember member) {
    Stream<JavaType> types =
        member instanceof JavaCodeUnit unit
            ? Stream.concat(
                Stream.of(unit.getReturnType()),
                Stream.concat(
                    unit.getParameterTypes().stream(),
                    unit.getThrowsClause().stream().map(t -> (JavaType) t.getRawType())))
            : Stream.of(((com.tngtech.archunit.core.domain.JavaField) member).getType());
    return types
        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
        .map(JavaClass::getBaseComponentType)
        .collect(Collectors.toSet())
        .stream();
  }
}
