// SPDX-License-Identifier: Apache-2.0
package dev.mediagen.examples.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What people copy must be what they may use. */
@AnalyzeClasses(packages = "dev.mediagen.examples", importOptions = DoNotIncludeTests.class)
class PublicApiTest {
  @ArchTest
  static final ArchRule USES_ONLY_WHAT_USERS_IMPORT =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.mediagen.internal..", "dev.mediagen.spi..");
}
