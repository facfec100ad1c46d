package dev.precheck.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** The walls of the house: which part may know which. */
@AnalyzeClasses(packages = "dev.precheck", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String SPI = "dev.precheck.spi..";
  private static final String ENGINE = "dev.precheck.engine..";
  private static final String CHECKS = "dev.precheck.checks..";
  private static final String DIALECTS = "dev.precheck.dialects..";
  private static final String API = "dev.precheck.api..";
  private static final String WIRE = "dev.precheck.wire..";
  private static final String APP = "dev.precheck.app..";
  private static final String OURS = "dev.precheck..";

  @ArchTest
  static final ArchRule SPI_KNOWS_ONLY_THE_JDK =
      classes()
          .that()
          .resideInAPackage(SPI)
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage(SPI, "java..", "org.jspecify.."));

  @ArchTest
  static final ArchRule ENGINE_KNOWS_SPI =
      noClasses()
          .that()
          .resideInAPackage(ENGINE)
          .should()
          .dependOnClassesThat(ours().and(notIn(SPI, ENGINE)));

  @ArchTest
  static final ArchRule CHECKS_KNOW_SPI =
      noClasses()
          .that()
          .resideInAPackage(CHECKS)
          .should()
          .dependOnClassesThat(ours().and(notIn(SPI, CHECKS)));

  @ArchTest
  static final ArchRule DIALECTS_KNOW_ENGINE_AND_SPI =
      noClasses()
          .that()
          .resideInAPackage(DIALECTS)
          .should()
          .dependOnClassesThat(ours().and(notIn(SPI, ENGINE, DIALECTS)))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule WIRE_KNOWS_THE_CONTRACT_AND_SPI =
      noClasses()
          .that()
          .resideInAPackage(WIRE)
          .should()
          .dependOnClassesThat(ours().and(notIn(SPI, API, WIRE)));

  @ArchTest
  static final ArchRule APP_KNOWS_CHECKS_AND_DIALECTS_BY_SERVICE_LOADER_ONLY =
      noClasses()
          .that()
          .resideInAPackage(APP)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CHECKS, DIALECTS);

  @ArchTest
  static final ArchRule MICRONAUT_IS_FOR_THE_SERVICE =
      noClasses()
          .that()
          .resideOutsideOfPackages(APP, WIRE, API, "dev.precheck.client..", "dev.precheck.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.micronaut..");

  @ArchTest
  static final ArchRule SQL_IS_FOR_DIALECTS_ENGINE_AND_STORE =
      noClasses()
          .that()
          .resideInAPackage(APP)
          .and()
          .resideOutsideOfPackages("dev.precheck.app.store..", "dev.precheck.app.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "com.zaxxer..");

  @ArchTest
  static final ArchRule CHECKS_KNOW_NO_SQL_CONNECTIONS =
      noClasses()
          .that()
          .resideInAnyPackage(SPI, CHECKS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule THE_COMMAND_LINE_KNOWS_NO_SQL_BUT_THE_DEMOS =
      noClasses()
          .that()
          .resideInAPackage("dev.precheck.app.cli..")
          .and()
          .haveSimpleNameNotStartingWith("Demo")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule WIRE_TYPES_ARE_FOR_HTTP =
      noClasses()
          .that()
          .resideInAPackage(APP)
          .and()
          .resideOutsideOfPackage("dev.precheck.app.http..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(API);

  @ArchTest
  static final ArchRule NETTY_IS_FOR_HTTP =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.precheck.app.http..", WIRE, "dev.precheck.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.netty..");

  @ArchTest
  static final ArchRule CLIENTS_KNOW_THE_CONTRACT_ONLY =
      noClasses()
          .that()
          .resideInAPackage("dev.precheck.client..")
          .should()
          .dependOnClassesThat(ours().and(notIn("dev.precheck.client..")));

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices()
          .matching("dev.precheck.(**)")
          .should()
          .beFreeOfCycles()
          // Generated code and its transport need each other.
          .ignoreDependency(
              resideInAPackage("dev.precheck.client.."), resideInAPackage("dev.precheck.client.."));

  @ArchTest
  static final ArchRule NOBODY_PRINTS_BUT_THE_COMMAND_LINE =
      noClasses()
          .that(notIn("dev.precheck.app.cli..", "dev.precheck.bench..", "dev.precheck.guard.."))
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule NOBODY_LOGS_WITH_JAVA_UTIL_LOGGING =
      GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  private static DescribedPredicate<JavaClass> ours() {
    return resideInAPackage(OURS);
  }

  private static DescribedPredicate<JavaClass> notIn(String... packages) {
    return DescribedPredicate.not(resideInAnyPackage(packages));
  }
}
